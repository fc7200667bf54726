import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether there is a browser to test with; says so once where there is none. */
export const hasChromium = existsSync(PATH);
if (!hasChromium) {
  console.warn(`No Chromium at ${PATH}: the browser tests are skipped. Set CHROMIUM_PATH.`);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface OpenOptions extends BrowserContextOptions {
  readonly width?: number;
  readonly height?: number;
}

export interface OpenPage {
  readonly page: Page;
  /** What the page complained about, its own errors and refused content included. */
  readonly complaints: string[];
}

/** A page of its own, without storage or cache of another; motion is reduced unless asked for. */
export async function openPage(browser: Browser, options: OpenOptions = {}): Promise<OpenPage> {
  const { width = 1280, height = 360, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
    ...rest,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
