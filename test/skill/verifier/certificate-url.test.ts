import fc from 'fast-check';
import { certificateUrl } from '../../../lambda/skill/verifier/certificate-url';

const PLAIN = 'https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem';

test.each([
  PLAIN,
  'https://s3.amazonaws.com:443/echo.api/echo-api-cert-12.pem',
  'https://S3.AmazonAWS.com/echo.api/echo-api-cert-12.pem',
  'HTTPS://s3.amazonaws.com/echo.api/echo-api-cert-12.pem',
  'https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-12.pem',
  'https://s3.amazonaws.com/other-bucket/%2e%2E/echo.api/./echo-api-cert-12.pem',
  'https:\\\\s3.amazonaws.com\\echo.api\\echo-api-cert-12.pem',
])('%s names the certificate', (header) => {
  expect(certificateUrl(header)).toBe(PLAIN);
});

test('other names in the bucket are accepted', () => {
  const url = 'https://s3.amazonaws.com/echo.api/echo-api-cert-2026_v2.RSA.pem';
  expect(certificateUrl(url)).toBe(url);
});

test.each([
  ['', 'nothing'],
  ['echo-api-cert-12.pem', 'a relative URL'],
  ['http://s3.amazonaws.com/echo.api/echo-api-cert-12.pem', 'not https'],
  ['file:///echo.api/echo-api-cert-12.pem', 'a file'],
  ['https://notamazon.com/echo.api/echo-api-cert-12.pem', 'another host'],
  ['https://s3.amazonaws.com.evil.com/echo.api/echo-api-cert-12.pem', 'a longer host'],
  ['https://s3.amazonaws.com./echo.api/echo-api-cert-12.pem', 'the host as an absolute name'],
  ['https://evil.com\\@s3.amazonaws.com/echo.api/echo-api-cert-12.pem', 'a host in front of the user'],
  ['https://s3.amazonaws.com@evil.com/echo.api/echo-api-cert-12.pem', 'the host as the user'],
  ['https://user:secret@s3.amazonaws.com/echo.api/echo-api-cert-12.pem', 'a user'],
  ['https://s3.amazonaws.com:563/echo.api/echo-api-cert-12.pem', 'another port'],
  ['https://s3.amazonaws.com/EcHo.aPi/echo-api-cert-12.pem', 'another bucket, as paths have a case'],
  ['https://s3.amazonaws.com/echo.api.evil/echo-api-cert-12.pem', 'a bucket with a longer name'],
  ['https://s3.amazonaws.com/echo.api/../other-bucket/x.pem', 'a way up to another bucket'],
  ['https://s3.amazonaws.com/echo.api/%2e%2e/other-bucket/x.pem', 'the same, encoded'],
  ['https://s3.amazonaws.com/echo.api/.%2E/other-bucket/x.pem', 'the same, half encoded'],
  ['https://s3.amazonaws.com/echo.api/..%2fother-bucket/x.pem', 'an encoded slash'],
  ['https://s3.amazonaws.com/echo.api/..\\other-bucket\\x.pem', 'backslashes'],
  ['https://s3.amazonaws.com/echo.api//echo-api-cert-12.pem', 'an empty folder'],
  ['https://s3.amazonaws.com/echo.api/sub/echo-api-cert-12.pem', 'a folder'],
  ['https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem?', 'an empty query'],
  ['https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem?q=1', 'a query'],
  ['https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem#1', 'a fragment'],
  ['https://s3.amazonaws.com/echo.api/echo-api%2Dcert.pem', 'an escape'],
  ['https://s3.amazonaws.com/echo.api/échø.pem', 'a letter outside ASCII'],
  ['https://s3.amazonaws.com/echo.api/echo-api-cert-12.crt', 'another kind of file'],
  ['https://s3.amazonaws.com/echo.api/.pem', 'no name'],
  ['https://s3.amazonaws.com/echo.api/', 'the bucket'],
  [`${PLAIN}, ${PLAIN}`, 'the header twice'],
])('%s is refused: %s', (header) => {
  expect(certificateUrl(header)).toBeUndefined();
});

test('whatever the header holds, only a file of the bucket is ever fetched', () => {
  const parts = [
    'https://',
    's3.amazonaws.com',
    ':443',
    '/echo.api/',
    '..',
    '%2e',
    '\\',
    '@',
    '?',
    '#',
    '%',
    '.pem',
    'a',
  ];
  const header = fc.oneof(
    fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
    fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 3 })), { maxLength: 12 })
      .map((p) => p.join('')),
    fc
      .tuple(fc.nat(PLAIN.length), fc.nat(3), fc.string({ maxLength: 4 }))
      .map(([at, cut, text]) => PLAIN.slice(0, at) + text + PLAIN.slice(at + cut)),
  );
  fc.assert(
    fc.property(header, (text) => {
      const url = certificateUrl(text);
      if (url === undefined) return;
      const { protocol, host, username, pathname, search, hash, href } = new URL(url);
      expect([protocol, host, username, search, hash]).toEqual(['https:', 's3.amazonaws.com', '', '', '']);
      expect(pathname).toMatch(/^\/echo\.api\/[^/%\\]+\.pem$/);
      expect(href).toBe(url);
    }),
    { numRuns: 500 },
  );
});
