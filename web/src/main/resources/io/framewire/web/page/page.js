'use strict';

// The figures are asked for once a second. Pictures come as MJPEG, or, where that does not work or a
// browser's six connections would not do for all streams, one by one onto a canvas.
const POLL_MILLIS = 1000;
const POLL_LIMIT_MILLIS = 4000;
const ASLEEP_MILLIS = 6000;
const MJPEG_LIMIT_MILLIS = 5000;
const PAUSE_MILLIS = 1000;
const WAIT_MILLIS = 400;
const MOST_MJPEG = 4;
const HISTORY = 60;
const LEAST_HISTORY = 8;

const TONES = {
  connected: 'good', live: 'good', connecting: 'wait', waiting: 'wait', still: 'wait',
  disconnected: 'bad', retrying: 'bad', ended: 'off',
};
const STATES = {
  connected: 'Live', live: 'Live', connecting: 'Waiting for the other side',
  waiting: 'Waiting for frames', still: 'No new frames', disconnected: 'Connection lost',
  retrying: 'Trying again', ended: 'Ended',
};
const LATENCIES = {
  receiver: 'from the moment a frame was received in whole until it was handed to the program, the '
    + 'answer to the sender included',
  answered: 'from handing a frame to the sender until the answer of the receiver was there',
  unanswered: 'from handing a frame to the sender until the transport took it',
};

const alwaysCanvas = new URLSearchParams(location.search).has('canvas');
const find = (id) => document.getElementById(id);
const pause = (millis) => new Promise((done) => setTimeout(done, millis));
const number = (value, digits) => value.toLocaleString('en', {
  minimumFractionDigits: digits, maximumFractionDigits: digits,
});

/** The pictures of one stream, while they are wanted. */
class Pictures {
  constructor(name, place) {
    this.address = '/streams/' + encodeURIComponent(name);
    this.image = place.querySelector('img');
    this.canvas = place.querySelector('canvas');
    this.image.alt = 'Live picture of ' + name;
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', 'Live picture of ' + name);
    this.trouble = '';
    this.mode = 'none';
    this.turn = 0;
    this.loaded = false;
    this.image.addEventListener('load', () => { this.loaded = true; });
    this.image.addEventListener('error', () => {
      if (this.mode === 'mjpeg') {
        this.start('canvas');
      }
    });
  }

  /** Begins anew, whatever was before. */
  start(mode) {
    this.stop();
    this.mode = mode;
    this.image.hidden = mode !== 'mjpeg';
    this.canvas.hidden = mode !== 'canvas';
    if (mode === 'mjpeg') {
      this.began = performance.now();
      this.image.src = this.address + '/video?' + this.turn;
    } else {
      this.run(this.turn);
    }
  }

  stop() {
    this.turn++;
    this.mode = 'none';
    this.loaded = false;
    this.trouble = '';
    this.image.removeAttribute('src');
  }

  /** Frames come, but no picture of them: this browser has no MJPEG, or something in between. */
  check(rate) {
    if (this.mode === 'mjpeg' && !this.loaded && rate > 0
        && performance.now() - this.began > MJPEG_LIMIT_MILLIS) {
      this.start('canvas');
    }
  }

  async run(turn) {
    let seen = 0;
    while (turn === this.turn) {
      const asked = performance.now();
      try {
        const answer = await fetch(this.address + '/picture?after=' + seen + '&wait=' + WAIT_MILLIS);
        if (turn !== this.turn) {
          return;
        }
        if (answer.status === 200) {
          seen = Number(answer.headers.get('Picture-Number'));
          this.draw(await createImageBitmap(await answer.blob()));
          this.trouble = '';
        } else if (answer.status === 204) {
          // one that came at once would come again and again
          await pause(WAIT_MILLIS - (performance.now() - asked));
        } else {
          this.trouble = await answer.text();
          await pause(PAUSE_MILLIS);
        }
      } catch (unreachable) {
        await pause(PAUSE_MILLIS);
      }
    }
  }

  draw(bitmap) {
    if (this.canvas.width !== bitmap.width || this.canvas.height !== bitmap.height) {
      this.canvas.width = bitmap.width;
      this.canvas.height = bitmap.height;
    }
    this.canvas.getContext('2d').drawImage(bitmap, 0, 0);
    bitmap.close();
  }
}

/** One stream on the page. */
class Card {
  constructor(name) {
    this.element = find('card').content.firstElementChild.cloneNode(true);
    this.picture = this.part('.picture');
    this.pictures = new Pictures(name, this.picture);
    this.rates = [];
    this.last = { shown: 0 };
    this.part('h2').textContent = name;
    this.part('.full').title = 'Full screen';
    this.picture.addEventListener('click', () => this.toggleFullScreen());
  }

  part(selector) {
    return this.element.querySelector(selector);
  }

  toggleFullScreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (this.picture.requestFullscreen) {
      this.picture.requestFullscreen();
    }
  }

  /** Shows the pictures the way they are to come, or not. */
  show(mode, again) {
    const wanted = mode === 'mjpeg' && this.pictures.mode === 'canvas' && !again ? 'canvas' : mode;
    if (wanted === 'none') {
      this.pictures.stop();
    } else if (again || this.pictures.mode !== wanted) {
      this.pictures.start(wanted);
    }
  }

  update(figures) {
    const now = performance.now();
    this.say(figures);
    this.part('.about').textContent = about(figures);
    this.part('.about').title = this.part('.about').textContent;
    this.fill('fps', number(figures.fps, figures.fps < 1000 ? 1 : 0), 'fps');
    this.fillLatency(figures);
    this.fill('dropped', figures.dropped === undefined ? '–' : number(figures.dropped, 0), '');
    this.tip('dropped', dropTip(figures));
    this.fillData(figures, now);
    this.drawRates(figures.fps);
    this.pictures.check(figures.fps);
    this.last = { shown: figures.shown, frames: figures.frames, bytes: figures.bytes, at: now };
  }

  /** In words: how it stands, and why there is no picture. */
  say(figures) {
    const state = this.part('.state');
    const silent = figures.state === 'connected' && figures.fps === 0;
    state.textContent = silent ? 'Connected, no frames' : STATES[figures.state];
    state.dataset.tone = silent ? 'wait' : TONES[figures.state];
    state.title = figures.words;
    const note = this.part('.note');
    note.textContent = figures.note || this.pictures.trouble
      || (figures.shown === 0 ? 'No frame yet: ' + figures.words : '');
    note.hidden = note.textContent === '';
    const pictured = figures.note === null && figures.shown > 0;
    this.pictures.image.classList.toggle('unseen', !pictured);
    this.pictures.canvas.classList.toggle('unseen', !pictured);
    this.element.classList.toggle('stale', TONES[figures.state] === 'bad' || figures.state === 'ended');
  }

  fill(figure, value, unit) {
    const small = document.createElement('small');
    small.textContent = unit === '' ? '' : ' ' + unit;
    this.part('[data-figure="' + figure + '"]').replaceChildren(value, small);
  }

  fillLatency(figures) {
    if (figures.latency_p50_ms === undefined) {
      this.fill('latency', '–', '');
      this.tip('latency', 'Known where a stream is watched, from its first frame on');
      return;
    }
    const digits = figures.latency_p50_ms < 10 ? 2 : 0;
    this.fill('latency', number(figures.latency_p50_ms, digits), 'ms');
    const way = figures.kind === 'receiver' ? 'receiver'
      : figures.pattern === 'pair' || figures.pattern === 'req_rep' ? 'answered' : 'unanswered';
    this.tip('latency', 'Half of all frames took no longer than this, and 99 of 100 no longer than '
      + number(figures.latency_p99_ms, 2) + ' ms, ' + LATENCIES[way]);
  }

  fillData(figures, now) {
    const seconds = (now - this.last.at) / 1000;
    const known = figures.bytes !== undefined && this.last.bytes <= figures.bytes && seconds > 0;
    const rate = known ? (figures.bytes - this.last.bytes) / 1e6 / seconds : 0;
    this.fill('data', known ? number(rate, rate < 100 ? 1 : 0) : '–', known ? 'MB/s' : '');
  }

  tip(figure, words) {
    this.part('[data-tip="' + figure + '"]').title = words;
  }

  drawRates(rate) {
    this.rates = [...this.rates, rate].slice(-HISTORY);
    const most = Math.max(1, ...this.rates) * 1.15;
    const step = 120 / (Math.max(LEAST_HISTORY, this.rates.length) - 1);
    const start = 120 - (this.rates.length - 1) * step;
    const points = this.rates.map((one, i) =>
      (start + i * step).toFixed(1) + ',' + (27 - one / most * 26).toFixed(1)).join(' ');
    this.part('.line').setAttribute('points', points);
    this.part('.area').setAttribute('points', start.toFixed(1) + ',28 ' + points + ' 120,28');
  }

  lose() {
    this.element.classList.add('stale');
    this.part('.state').textContent = 'No connection';
    this.part('.state').dataset.tone = 'bad';
    this.pictures.stop();
  }

  remove() {
    this.pictures.stop();
    this.element.remove();
  }
}

function about(figures) {
  const size = figures.shape === null ? '' : figures.shape.length < 2 ? figures.format
    : figures.shape[1] + ' × ' + figures.shape[0] + ' ' + figures.format.split(' ')[0];
  const pattern = figures.pattern === undefined ? '' : figures.pattern.replace('_', '/').toUpperCase();
  return [size, pattern, figures.endpoint].filter((words) => words).join('  ·  ');
}

function dropTip(figures) {
  const words = 'Frames that did not arrive or were not handed out, because a newer one took their '
    + 'place, there was no room, or a connection broke';
  return figures.lost === undefined ? words
    : words + ' (' + figures.lost + '). Bad messages skipped: ' + figures.skipped
      + '. Connections made anew: ' + figures.reconnects;
}

/** The page as a whole. */
class Page {
  constructor() {
    this.cards = new Map();
    this.server = '';
    this.heard = 0;
    this.again = false;
    this.crowded = false;
    document.addEventListener('visibilitychange', () => this.showPictures(true));
  }

  async run() {
    for (;;) {
      await this.poll();
      await pause(POLL_MILLIS);
    }
  }

  async poll() {
    try {
      const answer = await fetch('/api/streams', { signal: AbortSignal.timeout(POLL_LIMIT_MILLIS) });
      if (!answer.ok) {
        this.lose(await answer.text());
        return;
      }
      this.hear(await answer.json());
    } catch (unreachable) {
      // perhaps for want of a connection: those of a browser are for all its windows together
      this.crowded ||= unreachable.name === 'TimeoutError';
      this.lose('The program that serves this page does not answer: it has ended, or the network is '
        + 'gone. Trying again …');
    }
  }

  hear(news) {
    // a server that began anew, or a computer that slept, has let go of the pictures
    const now = performance.now();
    const again = news.server !== this.server || now - this.heard > ASLEEP_MILLIS || this.again;
    this.server = news.server;
    this.heard = now;
    this.again = false;
    find('banner').hidden = true;
    find('metrics').hidden = !news.metrics;
    this.tell('good', 'Connected');
    this.arrange(news.streams);
    news.streams.forEach((figures) => this.cards.get(figures.name).update(figures));
    this.summarize(news.streams);
    this.showPictures(again);
  }

  arrange(streams) {
    const names = new Set(streams.map((figures) => figures.name));
    for (const [name, card] of this.cards) {
      if (!names.has(name)) {
        card.remove();
        this.cards.delete(name);
      }
    }
    for (const figures of streams) {
      const card = this.cards.get(figures.name);
      if (card && figures.shown < card.last.shown) {
        this.again = true;
      }
      if (!card) {
        this.cards.set(figures.name, new Card(figures.name));
        find('streams').append(this.cards.get(figures.name).element);
      }
    }
    find('empty').hidden = streams.length > 0;
  }

  summarize(streams) {
    const live = streams.filter((figures) => figures.fps > 0).length;
    const words = streams.length === 1 ? '1 stream' : streams.length + ' streams';
    find('summary').textContent = words + ', ' + live + ' live';
    document.title = live > 0 ? '● ' + words + ' – Framewire' : words + ' – Framewire';
  }

  showPictures(again) {
    const mode = document.hidden ? 'none'
      : alwaysCanvas || this.crowded || this.cards.size > MOST_MJPEG ? 'canvas' : 'mjpeg';
    for (const card of this.cards.values()) {
      card.show(mode, again);
    }
  }

  lose(words) {
    this.again = true;
    find('banner').textContent = words;
    find('banner').hidden = false;
    this.tell('bad', 'No connection');
    this.cards.forEach((card) => card.lose());
  }

  tell(tone, words) {
    const pill = find('connection');
    if (pill.textContent !== words) {
      pill.textContent = words;
      pill.dataset.tone = tone;
    }
  }
}

new Page().run();
