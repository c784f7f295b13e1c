import {expect, fixture} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import '../src/define.js';
import type {TalkSummary} from '../src/index.js';
import {embedUrl} from '../src/talk-summary/talk-summary.video.js';
import {words} from './support/draw.js';
import {seen} from './support/visible.js';

async function draw(markup: string, lang = 'en'): Promise<TalkSummary> {
  const page = await fixture(`<main lang="${lang}">${markup}</main>`);
  const talk = page.querySelector('talk-summary')!;
  await talk.updateComplete;
  return talk;
}

const all = (talk: TalkSummary, selector: string): Element[] => [...talk.shadowRoot!.querySelectorAll(selector)];

const talk = `<h3>Rust controllers</h3><ul><li>Matei David, Buoyant</li></ul><p>What was said.</p>
  <p><strong>Verdict:</strong> to try — with care.</p><p><a href="https://a.example/s">Slides</a> · <a href="https://youtu.be/abc">Recording</a> · <a href="https://github.com/olix0r/kubert">kubert</a></p>`;

describe('talk-summary', () => {
  it('shows a verdict in one word beside the author’s own', async () => {
    const element = await draw(`<talk-summary>${talk}</talk-summary>`);
    expect(seen(all(element, '[part=verdict]')[0]!)).to.equal('Try Verdict: to try — with care.');
  });

  const verdicts: [string, string, string][] = [
    ['en', '<p><strong>Verdict:</strong> adopt</p>', 'Adopt'],
    ['en', '<p><strong>Verdict:</strong> avoid it</p>', 'Hold'],
    ['fr', '<p><strong>Verdict :</strong> à évaluer</p>', 'Évaluer'],
    ['fr', '<p><strong>Verdict:</strong> to adopt</p>', 'Adopter'],
    ['en', '<p><strong>Verdict:</strong> not adopted</p>', ''],
  ];
  for (const [lang, markup, badge] of verdicts) {
    it(`says “${badge}” for ${markup} in ${lang}`, async () => {
      const element = await draw(`<talk-summary><h3>A</h3>${markup}</talk-summary>`, lang);
      expect(words(all(element, '[part=badge]')[0])).to.equal(badge);
    });
  }

  it('takes a verdict as a shorthand, and leaves the author’s words', async () => {
    const short = await draw('<talk-summary verdict="hold"><h3>A</h3><p>Words.</p></talk-summary>', 'fr');
    expect(seen(short)).to.equal('A Words. Attendre');
    const both = await draw(`<talk-summary verdict="adopt">${talk}</talk-summary>`);
    expect(seen(all(both, '[part=verdict]')[0]!)).to.equal('Adopt Verdict: to try — with care.');
    const none = await draw('<talk-summary verdict="constructor"><h3>A</h3></talk-summary>');
    expect(seen(none)).to.equal('A');
  });

  it('lists what there is to find as plain links, with their kind where the words do not say it', async () => {
    const element = await draw(`<talk-summary>${talk}</talk-summary>`);
    const links = all(element, '[part=resources] a');
    expect(links.map(words)).to.deep.equal(['Slides', 'Recording', 'Code: kubert']);
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://a.example/s',
      'https://youtu.be/abc',
      'https://github.com/olix0r/kubert',
    ]);
  });

  it('says that a talk is sponsored in words', async () => {
    const element = await draw(`<talk-summary kind="sponsored">${talk}</talk-summary>`);
    expect(seen(element)).to.match(/^Sponsored talk Rust controllers/);
  });

  it('folds what was said, and unfolds it natively', async () => {
    const element = await draw(`<talk-summary collapsible>${talk}</talk-summary>`);
    const details = all(element, 'details')[0] as HTMLDetailsElement;
    expect(details.open).to.equal(false);
    expect(seen(details)).to.equal('What was said What was said.');
    expect(details.contains(all(element, '[part=verdict]')[0]!)).to.equal(false);
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve));
    const {left, top} = details.querySelector('summary')!.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 5, Math.ceil(top) + 5]});
    await toggled;
    expect(details.open).to.equal(true);
  });

  it('says which of its words are English where the page is in a language that we have no words in', async () => {
    const markup = `<talk-summary kind="panel" collapsible>${talk}</talk-summary>`;
    const languages = async (lang: string): Promise<(string | null)[]> =>
      all(await draw(markup, lang), '[part=kind], summary, [part=badge]').map((word) => word.getAttribute('lang'));
    expect(await languages('tlh')).to.deep.equal(['en', 'en', 'en']);
    expect(await languages('fr')).to.deep.equal([null, null, null]);
  });

  it('has nothing to fold where nothing was said', async () => {
    const element = await draw('<talk-summary collapsible><h3>A</h3></talk-summary>');
    expect(all(element, 'details')).to.have.length(0);
  });

  it('plays a video on the page when its link is followed, and moves the focus to it', async () => {
    const file = '/demo/no.mp4';
    const element = await draw(
      `<talk-summary video="embed"><h3>A</h3><p><a href="${file}"><img src="/demo/img/stage.svg" alt="">Video</a></p></talk-summary>`,
    );
    expect(all(element, 'iframe, video')).to.have.length(0);
    expect((all(element, '[part=video] img')[0] as HTMLImageElement).src).to.match(/stage\.svg$/);
    const player = new Promise<Element>((resolve) => {
      const observer = new MutationObserver(() => {
        const [video] = all(element, 'video');
        if (video) resolve((observer.disconnect(), video));
      });
      observer.observe(element.shadowRoot!, {childList: true, subtree: true});
    });
    (all(element, '[part=video] a')[0] as HTMLElement).focus();
    await sendKeys({press: 'Enter'});
    expect(((await player) as HTMLVideoElement).title).to.equal('Video');
    expect(element.shadowRoot!.activeElement).to.equal(await player);
  });

  it('leaves a video a link unless it is told to play it', async () => {
    const element = await draw(`<talk-summary>${talk}</talk-summary>`);
    expect(all(element, '[part=video]')).to.have.length(0);
  });

  const players: [string, string][] = [
    ['https://youtu.be/abc-_1', 'https://www.youtube-nocookie.com/embed/abc-_1?autoplay=1'],
    ['https://www.youtube.com/watch?v=abc&t=3', 'https://www.youtube-nocookie.com/embed/abc?autoplay=1'],
    ['https://m.youtube.com/live/abc', 'https://www.youtube-nocookie.com/embed/abc?autoplay=1'],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1&autoplay=1'],
    ['https://tube.example/w/aBc1', 'https://tube.example/videos/embed/aBc1?autoplay=1'],
    ['https://tube.example/videos/watch/0-1', 'https://tube.example/videos/embed/0-1?autoplay=1'],
    ['https://tube.example/w/aBc1/', 'https://tube.example/videos/embed/aBc1?autoplay=1'],
    ['https://wiki.example/w/index.php?title=KubeCon', ''],
    ['https://wiki.example/w/KubeCon/Talks', ''],
    ['https://tube.example/videos/watch/playlist/0-1', ''],
    ['https://notyoutube.com/watch?v=abc', ''],
    ['https://youtube.com.evil.example/watch?v=abc', ''],
    ['https://a.example/recording', ''],
  ];
  for (const [address, player] of players) {
    it(`plays ${address} at ${player || 'its own page'}`, () => expect(embedUrl(address)).to.equal(player));
  }

  it('lets the page answer its reader between two talks, each in its own words until it is drawn', async () => {
    const page = await fixture('<main lang="en"></main>');
    page.innerHTML = `<talk-summary>${talk}</talk-summary>`.repeat(2);
    const [first, second] = page.querySelectorAll('talk-summary');
    const undrawn = seen(second!);
    await first!.updateComplete;
    expect(seen(first!)).to.include('Try Verdict:');
    expect(seen(second!)).to.equal(undrawn);
    await second!.updateComplete;
    expect(seen(second!)).to.equal(seen(first!));
  });

  it('may be taken away before it is drawn, and come back', async () => {
    const element = document.createElement('talk-summary');
    element.innerHTML = talk;
    const undrawn = seen(element);
    const page = await fixture('<main lang="en"></main>');
    page.append(element);
    element.remove();
    await draw(`<talk-summary>${talk}</talk-summary>`);
    expect(seen(element)).to.equal(undrawn);
    page.append(element);
    await element.updateComplete;
    expect(all(element, '[part=badge]').map(words)).to.deep.equal(['Try']);
  });

  it('leaves the light DOM as it was, to the byte', async () => {
    const element = await draw(`<talk-summary collapsible verdict="adopt">${talk}</talk-summary>`);
    expect(element.innerHTML).to.equal(talk);
  });

  it('writes video and verdict as JSON-LD when asked', async () => {
    const element = await draw(`<talk-summary structured-data>${talk}</talk-summary>`);
    const script = await new Promise<Element>((resolve) => {
      const observer = new MutationObserver(() => {
        const [each] = all(element, 'script');
        if (each) resolve((observer.disconnect(), each));
      });
      observer.observe(element.shadowRoot!, {childList: true, subtree: true});
      if (all(element, 'script')[0]) resolve(all(element, 'script')[0]!);
    });
    const data = JSON.parse(script.textContent) as Record<string, unknown>;
    expect(data.recordedIn).to.deep.equal({'@type': 'CreativeWork', url: 'https://youtu.be/abc', name: 'Recording'});
    expect(data.review).to.deep.equal({'@type': 'Review', reviewBody: 'to try — with care.'});
  });

  it('has no accessibility fault', async () => {
    await expect(await draw(`<talk-summary collapsible video="embed">${talk}</talk-summary>`)).to.be.accessible();
  });
});
