import { bad, type Finding, good } from '../finding';
import type { Setup } from '../setup';

const ID = 'public-url';
/** Names and addresses that the internet does not know, or knows as many machines. */
const INSIDE =
  /^(?:localhost|.*\.(?:local|lan|internal|localhost)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[.*\]|[^.]+)$/;
const ADDRESS = /^\d+(?:\.\d+){3}$/;
const EXAMPLES = /(?:^|\.)example\.(?:com|net|org)$/;

/** ALOUD_PUBLIC_URL, which Amazon takes as https:// and a host name, and nothing behind it. */
export function checkPublicUrl({ place, value }: Setup): readonly Finding[] {
  const address = value('ALOUD_PUBLIC_URL');
  if (place !== 'server') return [];
  if (address === undefined) {
    const what = 'ALOUD_PUBLIC_URL is not set: nobody can tell the address of the endpoint and of the webhook';
    return [bad(ID, what, 'ALOUD_PUBLIC_URL=https://…  in .env')];
  }
  // What is no URL at all, the settings tell; what is the example's, the values.
  if (!/^https?:\/\//.test(address) || !URL.canParse(address.replace(/[,;]+$/, ''))) return [];
  const trailing = /[,;]+$/.exec(address)?.[0] ?? '';
  const url = new URL(address.slice(0, address.length - trailing.length));
  if (EXAMPLES.test(url.hostname)) return [];
  const faults = faultsOf(url, trailing);
  return faults.length > 0 ? faults : [good(ID, `${url.origin} is the address of a server`)];
}

/** What is wrong with an address, behind the setting's name; `undefined` for one that Amazon takes. */
export function publicUrlFault(address: string): string | undefined {
  if (!URL.canParse(address)) return 'must be an https:// URL';
  const [fault] = faultsOf(new URL(address), /[,;]+$/.exec(address)?.[0] ?? '');
  return fault?.what.replace(/^ALOUD_PUBLIC_URL /, '');
}

function faultsOf(url: URL, trailing: string): readonly Finding[] {
  const { protocol, hostname, port, pathname, search, hash, username } = url;
  const remedy = `ALOUD_PUBLIC_URL=https://${hostname}`;
  const tell = (what: string, how = remedy) => [bad(ID, `ALOUD_PUBLIC_URL ${what}`, how)];
  if (INSIDE.test(hostname)) {
    return tell(
      `is ${hostname}, which only this machine or network knows`,
      'give it a host name of the internet, or the address of a tunnel',
    );
  }
  if (ADDRESS.test(hostname)) {
    return tell(`is the number ${hostname}, for which no authority gives a certificate`, 'give the server a host name');
  }
  const behind = [pathname === '/' ? '' : pathname, search, hash].join('');
  return [
    ...(protocol === 'http:' ? tell('begins with http:, and Amazon wants https:') : []),
    ...(port !== '' && port !== '443'
      ? tell(`names port ${port}, and Amazon calls 443 alone`, `let the proxy listen on 443, then  ${remedy}`)
      : []),
    ...(username !== '' ? tell('holds a user name, which Amazon does not send') : []),
    ...(behind.replace(/\/+$/, '') !== '' ? tell(`goes on with "${behind}": /alexa is put behind it`) : []),
    ...(trailing !== '' ? tell(`ends with "${trailing}"`) : []),
  ];
}
