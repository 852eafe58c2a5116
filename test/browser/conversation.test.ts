/** @jest-environment node */
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { RULES } from '../../lambda/conversation/answers/decision';
import { type Demo, startDemo } from '../../simulator/demo';
import { launchBrowser } from '../support/browser';
import { testPki } from '../support/pki';

const prepared = (file: string) => (page: Page) => page.addInitScript({ path: join(__dirname, file) });
const withSpeech = prepared('with-speech.js');
const withoutSpeech = prepared('without-speech.js');

/** Counts in `tones` what the page plays. */
const COUNT_TONES = `globalThis.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...at) { tones++; return start.apply(this, at); };`;

jest.setTimeout(20_000);

let browser: Browser;
let demo: Demo;
/** What no page may do: log an error, throw, ask anybody but this machine. */
let wrongs: string[];

beforeAll(async () => {
  [browser, demo] = await Promise.all([
    launchBrowser(),
    startDemo({ pki: testPki(), port: 0, quiet: true, database: ':memory:', env: { ALOUD_QUIET_MS: '400' } }),
  ]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await demo.close();
});
beforeEach(() => {
  wrongs = [];
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(wrongs).toEqual([]);
});

/** A page in a browser of its own; `prepare` runs before it loads. */
async function visit(prepare: (page: Page) => Promise<unknown> = async () => {}, options: BrowserContextOptions = {}) {
  return openTab(await browser.newContext(options), prepare);
}

async function openTab(context: BrowserContext, prepare: (page: Page) => Promise<unknown> = async () => {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
  page.on('pageerror', (error) => wrongs.push(String(error)));
  page.on('request', (request) => new URL(request.url()).hostname === '127.0.0.1' || wrongs.push(request.url()));
  await prepare(page);
  await page.goto(demo.url);

  const input = page.getByRole('textbox', { name: 'What you say' });
  const answers = page.locator('.line.alexa p');
  const tab = (name: string) => page.getByRole('tab', { name });
  const panel = page.getByRole('tabpanel');
  const chip = (name: string) => page.locator('#chips').getByRole('button', { name, exact: true });
  const ring = (state: string) => page.locator(`[data-ring=${state}]`).waitFor();

  /** Does what makes Alexa answer, and resolves to the answer. */
  async function answerTo(action: () => Promise<unknown>): Promise<string> {
    const before = await answers.count();
    await action();
    await answers.nth(before).waitFor();
    return (await answers.nth(before).textContent()) ?? '';
  }
  const say = (words: string) => answerTo(() => input.fill(words).then(() => input.press('Enter')));

  const json = async () => JSON.parse((await panel.locator('pre').textContent()) ?? '');
  await chip('Alexa, open bluebell dental').waitFor();
  return { page, input, tab, panel, json, chip, ring, answerTo, say };
}

test('a conversation, typed and tapped', async () => {
  const { chip, answerTo, say } = await visit();
  expect(await say('Alexa, open bluebell dental')).toContain('Bluebell Dental');
  expect(await say('what are your opening hours?')).toContain('Tuesday');

  await answerTo(() => chip('Book an appointment').click());
  expect(await answerTo(() => chip('Cleaning and polish').click())).toContain('Which day suits you');
  expect(await say('the second one')).toContain('On Tuesday');
  await answerTo(() => chip('9 AM').click());
  expect(await answerTo(() => chip('Yes, book it').click())).toContain('Done!');

  const told = await say('tell me the whole story');
  expect(told).toContain('You want the whole story?');
  expect(told).toMatch(/go on\?$/i);
  expect(await say('yes')).not.toContain('You want the whole story?');
  expect(await say('stop')).not.toMatch(/\?$/);
  await chip('Alexa, open bluebell dental').waitFor();
});

test('what nobody hears is told, and what looks like markup stays text', async () => {
  const { page, input } = await visit();
  await input.fill('<img src=x onerror=alert(1)> "hello"');
  await input.press('Enter');
  await page.getByText('nobody heard that').waitFor();
  expect(await page.locator('.line.person p').textContent()).toContain('<img src=x onerror=alert(1)> "hello"');
});

test('the inspector looks into any turn', async () => {
  const { page, tab, panel, json, say } = await visit();
  await say('Alexa, open bluebell dental');
  await say('how do I find you');

  await page.getByText('Alexa accepts this response').waitFor();
  expect(await panel.textContent()).toMatch(/Check the signature\s*[\d.]+ ms.*Ask the bot\s*[\d.]+ ms/s);
  await tab('Request').click();
  expect((await json()).request.intent.slots.query.value).toBe('how do i find you');
  await tab('Response').click();
  expect((await json()).response.shouldEndSession).toBe(false);
  await tab('SSML').click();
  expect(await panel.locator('pre').first().textContent()).toMatch(/^<speak>[\s\S]*<\/speak>$/);
  await tab('Card').click();
  expect(await panel.textContent()).toContain('bluebell.example/map.png');

  await tab('Request').click();
  await page.getByRole('button', { name: 'inspect' }).first().click();
  expect((await json()).request.type).toBe('LaunchRequest');
});

test('the inspector tells by which rule an answer was understood, and how sure that is', async () => {
  const { tab, panel, say } = await visit();
  await say('Alexa, open bluebell dental');
  await tab('Meaning').click();
  expect(await panel.textContent()).toContain('Nothing was said to an option');
  await say('book an appointment');
  await say('the second one');
  expect(await panel.textContent()).toMatch(/\d+% sure.*rule: position.*named by its position.*The option was picked/s);
});

test('the inspector tells what came of an answer that picked nothing, too', async () => {
  const { tab, panel, say } = await visit();
  await say('Alexa, open bluebell dental');
  await say('book an appointment');
  await tab('Meaning').click();
  await say('what were they');
  expect(await panel.textContent()).toMatch(/rule: offer.*the options as a whole.*Options were to be read out/s);
});

test('the inspector has words for each rule', async () => {
  const { page } = await visit();
  // As text: what a compiler makes of an import means nothing to a page.
  const told: readonly string[] = await page.evaluate(`import('/js/meaning.js').then(({ meaningOf }) =>
    ${JSON.stringify(RULES)}.map((rule) => meaningOf({ understood: { rule, answer: 'picked' } })[1].textContent))`);
  expect(told).not.toContain('');
  expect(new Set(told).size).toBe(RULES.length);
});

test('a response that Alexa would refuse cannot be overlooked', async () => {
  const verdict = { type: 'INVALID_RESPONSE', message: 'The output speech is longer than 8000 characters.' };
  const { page, ring, answerTo, input } = await visit((page) =>
    page.route('**/hear', async (route) => {
      const answer = await (await route.fetch()).json();
      const turn = { ...answer.turn, verdict, speech: 'There was a problem.', state: 'idle' };
      await route.fulfill({ body: `${JSON.stringify({ ...answer, turn })}\n` });
    }),
  );
  await input.fill('Alexa, open bluebell dental');
  expect(await answerTo(() => input.press('Enter'))).toContain('There was a problem.');
  await ring('error');
  const shown = await page.locator('#verdict').textContent();
  expect(shown).toContain('INVALID_RESPONSE');
  expect(shown).toContain(verdict.message);
});

test('everything can be reached by keyboard', async () => {
  const { page, answerTo } = await visit();
  const { keyboard } = page;
  await page.locator('body').press('Shift+Tab');
  const focused = async () => {
    const element = page.locator(':focus');
    return (await element.textContent())?.trim() || element.getAttribute('id');
  };

  for (let stops = 0; (await focused()) !== 'Alexa, open bluebell dental'; stops++) {
    expect(stops).toBeLessThan(20);
    await keyboard.press('Shift+Tab');
  }
  await answerTo(() => keyboard.press('Enter'));
  expect(await focused()).toBe('say');

  await keyboard.type('tell me a joke');
  expect(await answerTo(() => keyboard.press('Enter'))).toMatch(/dentist/);

  for (let stops = 0; (await focused()) !== 'Time'; stops++) {
    expect(stops).toBeLessThan(10);
    await keyboard.press('Tab');
  }
  await keyboard.press('ArrowRight');
  expect(await focused()).toBe('Meaning');
  await keyboard.press('End');
  expect(await focused()).toBe('Webhooks');
  await keyboard.press('ArrowRight');
  expect(await focused()).toBe('Time');
  await keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('role')).toBe('tabpanel');

  await page.getByRole('button', { name: 'Settings' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Settings' }).waitFor({ state: 'hidden' });
});

test('the microphone closes after silence, but not on somebody who types or asks for time', async () => {
  const { page, input, ring, say } = await visit((page) => page.clock.install());
  const timeLeft = async () => Number(await page.locator('#clock-bar').getAttribute('value'));
  const listen = async () => {
    await page.clock.fastForward(4000);
    await ring('listening');
  };

  await say('Alexa, open bluebell dental');
  await listen();
  await input.fill('what');
  const left = await timeLeft();
  await page.clock.fastForward(20_000);
  expect(await timeLeft()).toBeGreaterThan(left - 1000);
  await input.fill('');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.clock.fastForward(20_000);
  expect(await timeLeft()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Go on' }).click();

  await page.clock.fastForward(8000);
  await page.getByText('said again after silence').waitFor();
  await listen();
  await page.clock.fastForward(8000);
  await page.getByText('the session ended').waitFor();
  await ring('idle');
});

describe('where the browser can speak and listen', () => {
  test('words are heard, the answer is spoken, and the microphone opens again by itself', async () => {
    const { page, ring, answerTo } = await visit(withSpeech);
    await page.getByRole('button', { name: 'Speak' }).click();
    expect(await answerTo(() => page.evaluate('stub.hear("Alexa, open bluebell dental")'))).toContain('Bluebell');

    await ring('speaking');
    expect(await page.evaluate('stub.spoken.join(" ")')).toContain('Bluebell Dental');
    await page.evaluate('stub.finishSpeaking()');
    await page.locator('#microphone[aria-pressed=true]').waitFor();
    expect(await answerTo(() => page.evaluate('stub.hear("tell me a joke")'))).toMatch(/dentist/);
  });

  test('it can be silenced, and stays so', async () => {
    const { page, say } = await visit(withSpeech);
    const voice = page.getByRole('button', { name: 'Voice' });
    await voice.click();
    await page.reload();
    expect(await voice.getAttribute('aria-pressed')).toBe('false');
    await say('Alexa, open bluebell dental');
    expect(await page.evaluate('stub.spoken')).toEqual([]);
  });

  test('a forbidden microphone is explained', async () => {
    const { page } = await visit(withSpeech);
    await page.getByRole('button', { name: 'Speak' }).click();
    await page.evaluate('stub.failToHear("not-allowed")');
    await page.getByText('allow it for this page').waitFor();
  });
});

test('where the browser can do neither, one types', async () => {
  const { page, say } = await visit(withoutSpeech);
  await page.getByText('cannot recognise speech').waitFor();
  expect(await page.getByRole('button', { name: 'Speak' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Voice' }).isVisible()).toBe(false);
  expect(await say('Alexa, open bluebell dental')).toContain('Bluebell');
});

test('the settings change the bot and the language', async () => {
  const { page, tab, panel, say } = await visit();
  await say('Alexa, open bluebell dental');
  await page.getByRole('button', { name: 'Settings' }).click();
  const saved = page.waitForResponse('**/settings');
  await page.getByLabel('The event webhook').selectOption({ label: 'tells only what agents and broadcasts say' });
  await page.getByLabel('The next message to the bot').selectOption({ label: 'hits an error (500)' });
  await saved;
  expect(await say('what are your opening hours')).not.toContain('Tuesday');
  expect(await say('what are your opening hours')).toContain('Tuesday');

  await page.getByLabel('Language').selectOption({ label: 'English (United Kingdom)' });
  await page.getByText('Say hello to the bot').waitFor();
  await page.keyboard.press('Escape');
  await say('Alexa, open bluebell dental');
  await tab('Request').click();
  expect(await panel.textContent()).toContain('"locale": "en-GB"');
});

test('each tab is a customer of its own, with a platform of its own to trouble, and stays it when loaded again', async () => {
  const first = await visit();
  const second = await openTab(first.page.context());
  const fault = 'The next message to the bot';
  for (const { say } of [first, second]) await say('Alexa, open bluebell dental');
  await first.page.getByRole('button', { name: 'Settings' }).click();
  const saved = first.page.waitForResponse('**/settings');
  await first.page.getByLabel(fault).selectOption({ label: 'fails, and so does every other: the platform is down' });
  await saved;
  await first.page.keyboard.press('Escape');
  expect(await second.say('book an appointment')).toContain('Cleaning and polish');
  expect(await first.say('book an appointment')).not.toContain('Cleaning and polish');

  await second.page.reload();
  expect(await second.say('Alexa, open bluebell dental')).toContain('Cleaning and polish');
  await first.page.reload();
  await first.chip('Alexa, open bluebell dental').waitFor();
  const chosen = first.page.getByLabel(fault).locator('option:checked');
  expect(await chosen.textContent()).toContain('the platform is down');
});

test('another platform can be chosen; what it sends on its own is shown', async () => {
  const { page, tab, panel, answerTo, chip, say } = await visit();
  await page.getByRole('button', { name: 'Settings' }).click();
  expect(await page.getByLabel('Each webhook comes').isVisible()).toBe(true);
  expect(await page.getByLabel('… and they come').count()).toBe(0);
  await page.getByLabel('Bot platform').selectOption({ label: 'KLaunch API Medium' });
  const manners = page.getByLabel('… and they come');
  await manners.waitFor();
  const saved = page.waitForResponse('**/settings');
  await manners.selectOption({ label: 'in reverse order' });
  await saved;
  await page.getByText('Say hello to the bot').waitFor();
  await page.keyboard.press('Escape');

  expect(await say('Alexa, open bluebell dental')).toContain('Bluebell Dental');
  await tab('Webhooks').click();
  expect(await panel.textContent()).toMatch(/POST · answered 200[\s\S]*night voice of Bluebell Dental/);
  await say('book an appointment');
  expect(await answerTo(() => chip('Cleaning and polish').click())).toContain('Which day suits you');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Bot platform').selectOption({ label: 'BotDistrikt' });
  await page.getByLabel('The event webhook').waitFor();
});

test('what is said while the bot is slow shows at once, and the person may go on without the answer', async () => {
  const { page, input, say } = await visit(withSpeech);
  await say('Alexa, open bluebell dental');
  await page.getByRole('button', { name: 'Settings' }).click();
  const delay = async (label: string) => {
    const saved = page.waitForResponse('**/settings');
    await page.getByLabel('The bot', { exact: false }).first().selectOption({ label });
    await saved;
  };
  await delay('takes half a minute');
  await input.fill('what are your opening hours');
  await input.press('Enter');
  await page.getByText('said while waiting for the bot').waitFor();
  expect(await page.locator('.line.alexa p').last().textContent()).not.toContain('Tuesday');
  expect(await page.evaluate('stub.spoken.at(-1)')).toMatch(/\w/);

  await delay('answers at once');
  expect(await say('tell me a joke')).toMatch(/dentist/);
  await page.getByText('“what are your opening hours” was interrupted').waitFor();
  expect(await page.locator('.line.alexa', { hasText: 'Tuesday' }).count()).toBe(0);
});

test('a person writes later: the light turns yellow and chimes, the Echo tells of it, the skill says it', async () => {
  const { page, chip, ring, answerTo, say } = await visit((page) => page.addInitScript({ content: COUNT_TONES }));
  const light = page.locator('[data-ring=idle][data-notified]');
  await say('Alexa, open bluebell dental');
  await say('turn on notifications');
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await page.getByText('Notifications are allowed.').waitFor();
  await say('I want to talk to a person');
  await say('stop');
  await ring('idle');

  await page.getByLabel('Name of the agent').fill('Sofia');
  await page.getByLabel('Message to the customer').fill('Your retainer <b>is</b> ready.');
  await page.getByRole('button', { name: 'Write' }).click();
  await page.getByRole('status').getByText('answered 200').waitFor();
  await light.waitFor();
  await page.getByText('A notification waits').waitFor();
  const tones = await page.evaluate('tones');
  expect(tones).toBeGreaterThan(0);

  const told = await answerTo(() => chip('Alexa, read my notifications').click());
  expect(told).toMatch(/one new message from Sofia/i);
  await page.getByText('without the skill').waitFor();
  await light.waitFor({ state: 'detached' });
  await chip('Alexa, read my notifications').waitFor({ state: 'detached' });
  expect(await say('Alexa, open bluebell dental')).toMatch(/Sofia.*Your retainer/is);
  expect(await light.count()).toBe(0);
  expect(await page.evaluate('tones')).toBe(tones);

  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByText('notifications are off').waitFor();
}, 30_000);

test('a broadcast is heard in the conversation, and can be sent only where the platform has them', async () => {
  const { page, say } = await visit();
  await say('Alexa, open bluebell dental');
  await page.getByLabel('Message to the customer').fill('We are closed on Friday.');
  await page.getByRole('button', { name: 'Broadcast' }).click();
  await page.getByRole('status').getByText('answered 200').waitFor();
  expect(await say('any new messages?')).toContain('We are closed on Friday.');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Bot platform').selectOption({ label: 'WotNot' });
  await page.getByRole('button', { name: 'Broadcast' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.getByLabel('Message to the customer').fill('Hello?');
  await page.keyboard.press('Enter');
  await page.getByText('say something to the bot first').waitFor();
  expect(await page.getByLabel('Message to the customer').inputValue()).toBe('Hello?');
  wrongs = wrongs.filter((wrong) => !wrong.includes('409'));
});

test('nothing is looked for while the page is hidden', async () => {
  const { page } = await visit((page) => page.clock.install());
  let looks = 0;
  await page.route('**/notifications', (route) => {
    looks++;
    return route.continue();
  });
  const hide = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true })`);
  await hide(true);
  await page.clock.fastForward(20_000);
  expect(looks).toBe(0);
  await hide(false);
  const looked = page.waitForResponse('**/notifications');
  await page.clock.fastForward(4000);
  await looked;
});

test('a demo that was stopped is noticed', async () => {
  const { page, input, ring } = await visit((page) => page.route('**/hear', (route) => route.abort()));
  await input.fill('Alexa, open bluebell dental');
  await input.press('Enter');
  await page.getByText('The demo does not answer').waitFor();
  await ring('error');
  wrongs = wrongs.filter((wrong) => !wrong.includes('ERR_FAILED'));
});

describe('on a small window (1024 × 600)', () => {
  const sizeOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('not visible');
    return { ...box, right: box.x + box.width, bottom: box.y + box.height };
  };
  /** How far one must scroll sideways to read all of what the inspector shows. */
  const SIDEWAYS = `{ const shown = document.querySelector('.panel:not([hidden])'); shown.scrollWidth - shown.clientWidth }`;
  /** The person's own choice in the browser, which is what media queries go by. */
  const setBrowserText = async (page: Page) => {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  };
  /** Text alone, as by a style of the person's own. */
  const setPageText = (page: Page) =>
    page.addInitScript(
      `document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; })`,
    );

  test.each([
    ['100 %', async () => {}],
    ['200 %, as set in the browser', setBrowserText],
    ['200 %, as set for the page', setPageText],
  ])('the inspector stays usable with text of %s', async (_size, enlarge) => {
    const { page, tab, panel, say } = await visit(enlarge, { viewport: { width: 1024, height: 600 } });
    await say('Alexa, open bluebell dental');
    await say('how do I find you');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024);
    const [inspector, desk] = [page.locator('.inspector'), page.locator('.desk')];
    for (const name of ['Time', 'Meaning', 'Request', 'Response', 'SSML', 'Card', 'Webhooks']) {
      await tab(name).click();
      const [whole, label, shown, next] = await Promise.all([inspector, tab(name), panel, desk].map(sizeOf));
      expect(label?.height).toBeGreaterThanOrEqual(24);
      expect(label?.bottom).toBeLessThanOrEqual((shown?.y ?? 0) + 1);
      expect(label?.right).toBeLessThanOrEqual(whole?.right ?? 0);
      expect(shown?.height).toBeGreaterThanOrEqual(150);
      expect(shown?.bottom).toBeLessThanOrEqual((whole?.bottom ?? 0) + 1);
      expect(whole?.bottom).toBeLessThanOrEqual(next?.y ?? 0);
      expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(1);
    }
    const [talk, composer] = await Promise.all(['.talk', '.composer'].map((part) => sizeOf(page.locator(part))));
    expect(composer?.bottom).toBeLessThanOrEqual((talk?.bottom ?? 0) + 1);
    expect((await sizeOf(page.locator('#dialogue'))).height).toBeGreaterThanOrEqual(100);
  });
});

test('it fits a phone, in the dark, without motion', async () => {
  const { page, ring, say } = await visit((page) => page.clock.install(), {
    viewport: { width: 320, height: 740 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
  });
  await say('Alexa, open bluebell dental');
  await page.clock.fastForward(4000);
  await ring('listening');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
});
