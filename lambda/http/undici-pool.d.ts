/** Only the pool: the package's index also loads fetch, WebSocket and caches, 40 ms of every cold start for nothing. */
declare module 'undici/lib/dispatcher/pool.js' {
  import { Pool } from 'undici';
  export default Pool;
}
