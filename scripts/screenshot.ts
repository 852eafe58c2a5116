import { join } from 'node:path';
import { startDemo } from '../simulator/demo';
import { projectRoot } from '../simulator/root';
import { launchBrowser } from '../test/support/browser';

const CONVERSATION = ['Alexa, open bluebell dental', 'Book an appointment', 'Cleaning and polish'];

/** `npm run screenshot`: the picture of the demo in the README. */
export async function main(): Promise<void> {
  const demo = await startDemo({ port: 0, quiet: true, database: ':memory:' });
  const browser = await launchBrowser();
  try {
    // The first turns of a fresh process are slower than all that follow.
    const echo = demo.echo();
    for (const words of CONVERSATION) await echo.hear(words);
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 });
    await page.goto(demo.url);
    await page.locator('#chips button').first().waitFor();
    for (const [turn, words] of CONVERSATION.entries()) {
      await page.getByRole('textbox', { name: 'What you say' }).fill(words);
      await page.keyboard.press('Enter');
      await page.locator('.line.alexa').nth(turn).waitFor();
    }
    await page.locator('[data-ring=listening]').waitFor();
    await page.screenshot({ path: join(projectRoot(), 'docs/images/demo.png'), animations: 'disabled' });
  } finally {
    await browser.close();
    await demo.close();
  }
}
