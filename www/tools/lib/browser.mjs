/** Finds Chromium and its driver, or has the system install them. */

import { existsSync } from 'node:fs';
import { isProgram, run, runStep, Stop, which } from './run.mjs';

/** What every headless browser is started with. webdriver.json has the same. */
export const BROWSER_ARGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const BROWSER_PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const DRIVER_PLACES = [
  '/usr/lib/chromium/chromedriver',
  '/usr/lib/chromium-browser/chromedriver',
  '/snap/bin/chromium.chromedriver',
  '/opt/homebrew/bin/chromedriver',
];

/** @param {string | undefined} chosen @param {string[]} names @param {string[]} places */
function find(chosen, names, places) {
  if (chosen) return chosen;
  for (const name of names) {
    const path = which(name);
    if (path) return path;
  }
  return places.find(isProgram);
}

/** @returns {string | undefined} the path of a Chromium; CHROMIUM chooses one */
export const findBrowser = () => find(process.env['CHROMIUM'], BROWSERS, BROWSER_PLACES);

/** @returns {string | undefined} the path of a chromedriver; CHROMEDRIVER chooses one */
export const findDriver = () => find(process.env['CHROMEDRIVER'], ['chromedriver'], DRIVER_PLACES);

const HOW = `Install Chromium and a chromedriver of the same version:
  Debian, Ubuntu   sudo apt-get install chromium chromium-driver
  Fedora           sudo dnf install chromium chromedriver
  Arch             sudo pacman -S chromium
  macOS            brew install --cask google-chrome chromedriver
Or say where they are: CHROMIUM=/path/to/chrome CHROMEDRIVER=/path/to/chromedriver npm test`;

/**
 * The paths of a browser and of its driver.
 *
 * @returns {Promise<{ browser: string, driver: string }>}
 */
export async function ensureBrowser() {
  let browser = findBrowser();
  let driver = findDriver();
  const canInstall = process.getuid?.() === 0 && which('apt-get') !== undefined;
  if ((!browser || !driver) && canInstall) {
    await runStep('apt-get update', 'apt-get', ['update']);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runStep('install Chromium', 'apt-get', ['install', '-y', 'chromium', 'chromium-driver'], env);
    browser = findBrowser();
    driver = findDriver();
  }
  if (!browser || !driver) {
    const missing = [browser ? '' : 'Chromium', driver ? '' : 'chromedriver'].filter(Boolean).join(' and ');
    throw new Stop(`The tests need a browser; ${missing} could not be found.\n\n${HOW}`);
  }
  for (const path of [browser, driver]) {
    if (!existsSync(path)) throw new Stop(`There is no ${path}.\n\n${HOW}`);
  }
  const [ofBrowser, ofDriver] = [await majorVersion(browser), await majorVersion(driver)];
  if (ofBrowser && ofDriver && ofBrowser !== ofDriver) {
    throw new Stop(
      `${browser} is of version ${ofBrowser}, and ${driver} of ${ofDriver}; they have to be the same.\n\n${HOW}`,
    );
  }
  return { browser, driver };
}

/** @param {string} program */
async function majorVersion(program) {
  const { stdout } = await run(program, ['--version']);
  return /(\d+)\.\d+\.\d+/.exec(stdout)?.[1];
}
