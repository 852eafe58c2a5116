/** Names and addresses that the internet does not know, or knows as many machines. */
const INSIDE =
  /^(?:localhost|.*\.(?:local|lan|internal|localhost)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[.*\]|[^.]+)$/;
const ADDRESS = /^\d+(?:\.\d+){3}$/;
const EXAMPLES = /(?:^|\.)example\.(?:com|net|org)$/;

export interface AddressFault {
  /** What is wrong, behind the setting's name. */
  readonly what: string;
  readonly remedy: string;
}

/** What keeps Amazon from calling an address: she takes https:// and a host name, and nothing behind it. */
export function addressFaults(address: string): readonly AddressFault[] {
  const trailing = /[,;]+$/.exec(address)?.[0] ?? '';
  const bare = address.slice(0, address.length - trailing.length);
  if (!/^https?:\/\//.test(bare) || !URL.canParse(bare))
    return [{ what: 'must be an https:// URL', remedy: 'ALOUD_PUBLIC_URL=https://…' }];
  const { protocol, hostname, port, pathname, search, hash, username } = new URL(bare);
  const right = `ALOUD_PUBLIC_URL=https://${hostname}`;
  const tell = (what: string, remedy = right) => [{ what, remedy }];
  if (EXAMPLES.test(hostname)) return tell("is still the example's", 'ALOUD_PUBLIC_URL=https://… of your own server');
  if (INSIDE.test(hostname)) {
    return tell(
      `is ${hostname}, which only this machine or network knows`,
      'give it a host name of the internet, or the address of a tunnel',
    );
  }
  if (ADDRESS.test(hostname)) {
    return tell(`is the number ${hostname}, for which no authority gives a certificate`, 'give the server a host name');
  }
  const behind = [pathname === '/' ? '' : pathname, search, hash].join('').replace(/\/+$/, '');
  return [
    ...(protocol === 'http:' ? tell('begins with http:, and Amazon wants https:') : []),
    ...(port !== '' && port !== '443'
      ? tell(`names port ${port}, and Amazon calls 443 alone`, `let the proxy listen on 443, then  ${right}`)
      : []),
    ...(username !== '' ? tell('holds a user name, which Amazon does not send') : []),
    ...(behind !== '' ? tell(`goes on with "${shownOf(behind)}": /alexa is put behind it`) : []),
    ...(trailing !== '' ? tell(`ends with "${trailing}"`) : []),
  ];
}

/** The path of a webhook is a secret, and so may be what else was pasted. */
function shownOf(behind: string): string {
  return /^(?:\/\w{1,12}|\?\w{1,12}=?\w?)$/.test(behind) ? behind : `${behind.slice(0, 4)}…`;
}

/** The first of them; `undefined` for an address that Amazon takes. */
export function publicUrlFault(address: string): string | undefined {
  return addressFaults(address)[0]?.what;
}
