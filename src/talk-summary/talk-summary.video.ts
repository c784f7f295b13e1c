import {createElement} from '../internal/page.js';

/** Where a video plays inside another page; '' where it does not. */
export function embedUrl(address: string): string {
  const {hostname, origin, pathname, searchParams} = new URL(address);
  const path = pathname.split('/');
  if (/(^|\.)youtube(-nocookie)?\.com$|^youtu\.be$/.test(hostname)) {
    const id = searchParams.get('v') ?? path.at(-1);
    return id ? `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}?autoplay=1` : '';
  }
  if (/(^|\.)vimeo\.com$/.test(hostname)) {
    const id = path.find((part) => /^\d+$/.test(part));
    return id ? `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1` : '';
  }
  const id = /^\/(?:w|videos\/watch)\/([\w-]+)\/?$/.exec(pathname)?.[1];
  return id ? `${origin}/videos/embed/${id}?autoplay=1` : '';
}

/** Puts the player in the place of the link, and the reader's focus on it; throws where there is none. */
export function play(box: HTMLElement, address: string, title: string): void {
  const isFile = /\.(mp4|webm)$/i.test(new URL(address).pathname);
  const player = isFile ? videoOf(address, box) : frameOf(address, box);
  if (!player) throw new Error('No player');
  player.title = title;
  player.style.cssText = 'display: block; width: 100%; aspect-ratio: 16 / 9; border: 0';
  box.replaceChildren(player);
  player.focus();
}

function videoOf(address: string, box: Element): HTMLElement {
  const video = createElement(box, 'video');
  video.src = address;
  video.controls = true;
  video.autoplay = true;
  return video;
}

function frameOf(address: string, box: Element): HTMLElement | undefined {
  const src = embedUrl(address);
  if (!src) return undefined;
  const frame = createElement(box, 'iframe');
  frame.src = src;
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  frame.allowFullscreen = true;
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  return frame;
}
