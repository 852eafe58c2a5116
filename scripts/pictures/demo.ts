import type { Page } from 'playwright-core';
import { startDemo } from '../../simulator/demo';
import { launchBrowser } from '../../test/support/browser';
import { type Pixels, palettePng } from './palette-png';

const CONVERSATION = ['Alexa, open bluebell dental', 'Book an appointment', 'Cleaning and polish'];

/** The page of the demo, in the midst of a conversation. */
export async function demoPicture(): Promise<Buffer> {
  const demo = await startDemo({ port: 0, quiet: true, database: ':memory:' });
  const browser = await launchBrowser();
  try {
    // The first turns of a fresh process are slower than all that follow.
    const echo = demo.echo();
    for (const words of CONVERSATION) await echo.hear(words);
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    await page.goto(demo.url);
    await page.locator('#chips button').first().waitFor();
    for (const [turn, words] of CONVERSATION.entries()) {
      await page.getByRole('textbox', { name: 'What you say' }).fill(words);
      await page.keyboard.press('Enter');
      await page.locator('.line.alexa').nth(turn).waitFor();
    }
    await page.locator('[data-ring=listening]').waitFor();
    const taken = await page.screenshot({ animations: 'disabled' });
    return palettePng(await pixelsOf(page, taken));
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** The browser knows how to read what it has written. */
async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const read = `(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const { width, height } = image;
    const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const url = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(new Blob([data]));
    });
    return { width, height, url };
  })()`;
  // The page of the demo allows no pictures but its own.
  await page.goto('about:blank');
  const { width, height, url } = await page.evaluate<{ width: number; height: number; url: string }>(read);
  return { width, height, rgba: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') };
}
