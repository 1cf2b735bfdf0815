/**
 * A desk that is the whole page: how much is unread stands in the page's title and on its icon, and the
 * desk has the focus to begin with, so that its keys work. A desk within a page leaves all of that to
 * the page, which hears `inbox:unread`.
 */

/** So many are counted; more are more. */
const MOST = 99;

/** Sides of the icon in pixels. */
const SIZE = 64;

const owners = new WeakSet<Element>();

/**
 * See the top of this file. Does nothing for a desk without the attribute `page`, nor the second time;
 * holds for as long as the page is there: it is all desk.
 */
export function ownPage(mountPoint: HTMLElement): void {
  const root = mountPoint.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const desk = root.host as HTMLElement;
  if (!desk.hasAttribute('page') || owners.has(desk)) return;
  owners.add(desk);
  const title = document.title;
  const icon = document.querySelector<HTMLLinkElement>('link[rel~=icon]');
  const plain = icon?.href;
  let shown = 0;

  const show = (count: number): void => {
    shown = count;
    document.title = count > 0 ? `(${upTo(MOST, count)}) ${title}` : title;
    if (!icon || !plain) return;
    if (count <= 0) icon.href = plain;
    else
      void marked(plain, upTo(9, count)).then((made) => {
        if (made && shown === count) icon.href = made;
      });
  };

  desk.addEventListener('inbox:unread', ({ detail }) => show(detail.count));
  const begin = (): void => {
    if (document.activeElement && document.activeElement !== document.body) return;
    mountPoint.querySelector<HTMLElement>(':scope > *')?.focus({ preventScroll: true });
  };
  desk.addEventListener('inbox:ready', begin);
}

const upTo = (most: number, count: number): string => (count > most ? `${most}+` : `${count}`);

/** The icon with a figure in its corner, as a picture; empty where it cannot be drawn. */
async function marked(address: string, figure: string): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  const pen = canvas.getContext('2d');
  const picture = new Image(SIZE, SIZE);
  picture.src = address;
  try {
    await picture.decode();
    pen?.drawImage(picture, 0, 0, SIZE, SIZE);
  } catch {
    // then the figure stands alone
  }
  if (!pen) return '';
  const [x, y, radius] = [SIZE - 21, SIZE - 21, 21];
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = '#d0261b';
  pen.fill();
  pen.fillStyle = '#fff';
  pen.font = `700 ${figure.length > 1 ? 26 : 32}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(figure, x, y + 1);
  try {
    return canvas.toDataURL();
  } catch {
    return ''; // the icon is another site's
  }
}
