/** The month of UTC that a moment (epoch milliseconds) is in: `2026-11`. */
export function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}
