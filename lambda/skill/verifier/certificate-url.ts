/**
 * One file directly in Amazon's bucket. Matched against the normalised URL, and that very string is fetched: a check of
 * the raw header would let `/echo.api/../other-bucket/x.pem` through.
 */
const CERTIFICATE_URL = /^https:\/\/s3\.amazonaws\.com\/echo\.api\/[\w.-]+\.pem$/;

/**
 * The URL to fetch the certificate chain from, or `undefined` when the header names another place. Port 443, an
 * upper-case host and dot segments are normalised away; a query or fragment, which would make endless names for one
 * certificate, is not.
 * Source: developer.amazon.com, "Host a Custom Skill as a Web Service", "Verify the signature certificate URL".
 */
export function certificateUrl(header: string): string | undefined {
  if (!URL.canParse(header)) return undefined;
  const { href } = new URL(header);
  return CERTIFICATE_URL.test(href) ? href : undefined;
}
