import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { contextFiles, execForm, ignoredBy, parseDockerfile } from '../support/dockerfile';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const dockerfile = parseDockerfile(read('Dockerfile'));
const last = (keyword: string) => dockerfile.findLast((line) => line.keyword === keyword);

describe('the Dockerfile', () => {
  test('is one to which the linter has nothing to say', () => {
    expect(validate(read('Dockerfile')).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
    // It does see something.
    expect(validate('FROM node\nCMD node a\nCMD node b\nVOLUMES /data\n').length).toBeGreaterThan(1);
  });

  test('begins with a Node that is to be used, slim, in every stage', () => {
    expect(last('ARG')).toBeDefined();
    expect(dockerfile[0]).toMatchObject({ keyword: 'ARG', text: expect.stringMatching(/^NODE_VERSION=(?:22|24)$/) });
    const stages = dockerfile.filter(({ keyword }) => keyword === 'FROM');
    for (const { text } of stages) expect(text).toMatch(/^node:\$\{NODE_VERSION\}-slim(?: AS \w+)?$/);
  });

  test('leaves nothing to root, to a shell or to npm while it runs', () => {
    expect(last('USER')?.text).toBe('node');
    expect(dockerfile.findLastIndex(({ keyword }) => keyword === 'USER')).toBeGreaterThan(
      dockerfile.findLastIndex(({ keyword }) => keyword === 'RUN'),
    );
    expect([...execForm(last('ENTRYPOINT')?.text ?? ''), ...execForm(last('CMD')?.text ?? '')]).toEqual([
      'node',
      '/opt/aloud/scripts/aloud.mjs',
      'start',
    ]);
    expect(last('VOLUME')?.text).toBe('/data');
    expect(last('HEALTHCHECK')?.text).toMatch(/^CMD \["node", /);
  });
});

describe('what an image is made of', () => {
  const isOut = ignoredBy(read('.dockerignore'));

  test.each([
    ...[
      '.env',
      'simulator/.env',
      '.git/config',
      'data/aloud.db',
      'dist/release.js',
      'business.yaml',
      'coverage/lcov.info',
    ],
    ...['node_modules/zod/index.js', 'infrastructure/node_modules/ask-cli/package.json', 'lambda/aloud.db-wal'],
    ...['test/release.test.ts', 'chaos/main.ts', '.ask/ask-states.json', 'docs/images/demo.png', 'icons/108.png'],
  ])('%s is kept out', (path) => {
    expect(isOut(path)).toBe(true);
  });

  test('what is packed, and not built first, is let in', () => {
    const { files } = JSON.parse(read('package.json')) as { readonly files: readonly string[] };
    const given = contextFiles(ROOT);
    const missing = files
      .filter((path) => !/^dist\/|[!*]/.test(path))
      .filter((path) => !given.some((file) => file === path || file.startsWith(`${path}/`)));
    expect(missing).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'));

  test.each(['aloud', 'caddy'])('%s may do nothing that it need not', (name) => {
    const service = services[name];
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
      restart: 'unless-stopped',
    });
    expect(service.cap_add ?? []).toEqual(name === 'caddy' ? ['NET_BIND_SERVICE'] : []);
    expect(service.privileged).toBeUndefined();
  });

  test('a file that is missing is said; Docker makes no folder of it', () => {
    expect(services.aloud.env_file).toEqual([{ path: '.env', required: true }]);
    const mounts = Object.values<{ volumes: readonly Record<string, unknown>[] }>(services).flatMap(
      (service) => service.volumes,
    );
    for (const mount of mounts.filter(({ type }) => type === 'bind')) {
      expect(mount).toMatchObject({ read_only: true, bind: { create_host_path: false } });
    }
    const named = mounts.filter(({ type }) => type === 'volume').map(({ source }) => source);
    expect(named.toSorted()).toEqual(Object.keys(volumes).toSorted());
    expect(mounts).toHaveLength(named.length + 2);
  });

  test('the world reaches Caddy alone, which waits until the skill can serve, and hands on two paths', () => {
    expect(services.aloud.ports).toBeUndefined();
    expect(services.caddy.ports).toEqual(['80:80', '443:443', '443:443/udp']);
    expect(services.caddy.depends_on).toEqual({ aloud: { condition: 'service_healthy' } });
    const [, ...check] = services.aloud.healthcheck.test;
    expect(check).toEqual(execForm(last('HEALTHCHECK')?.text.replace('CMD ', '') ?? ''));
    const caddy = read('infrastructure/docker/Caddyfile');
    expect(caddy).toContain('@public path /alexa /webhooks/*');
    expect(caddy).toContain(`reverse_proxy aloud:${services.aloud.environment.PORT}`);
    // Of two directives beside each other Caddy would always run `respond` first.
    for (const text of [caddy, ...caddyBlocks(read('docs/deploy-self-hosted.md'))]) {
      const directives = text.match(/^\s*(?:handle .*|handle|reverse_proxy|respond)\b/gm)?.map((line) => line.trim());
      expect(directives).toEqual(['handle @public', 'reverse_proxy', 'handle', 'respond']);
    }
  });

  test('the database is on the volume, and a server that is stopped may finish its turns', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose's own
    expect(services.aloud.environment.ALOUD_STORE).toBe('${ALOUD_STORE:-sqlite:/data/aloud.db}');
    expect(services.aloud.volumes[0]).toEqual({ type: 'volume', source: 'data', target: '/data' });
    expect(Number.parseInt(services.aloud.stop_grace_period, 10)).toBeGreaterThan(10);
  });
});

/** The configurations of Caddy that a page shows. */
function caddyBlocks(page: string): readonly string[] {
  const blocks = page.split('```').filter((_, index) => index % 2 === 1);
  const found = blocks.filter((text) => text.includes('reverse_proxy'));
  expect(found.length).toBeGreaterThan(0);
  return found;
}
