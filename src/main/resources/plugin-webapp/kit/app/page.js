/* What a page in Cockpit does: it is entered, calls the application, says what became of it and shows what is wrong. */

import {h, kit} from './kit.js';

/** Where the application's own addresses begin, under whatever context path it runs. */
export const root = () => document.querySelector('base').getAttribute('app-root').replace(/\/operaton$/, '');

/** Calls an address with the web application's token; a refusal becomes an error with its sentence, status and faults. */
export async function request(api, address, {method, body, type, accept} = {}) {
  const cookie = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  const plain = body === undefined || body instanceof Blob || body instanceof FormData;
  const answer = await fetch(address, {
    method: method || (body === undefined ? 'GET' : 'POST'),
    credentials: 'same-origin',
    headers: {Accept: accept || 'application/json',
      'X-XSRF-TOKEN': cookie ? decodeURIComponent(cookie[1]) : api.CSRFToken,
      ...body instanceof FormData ? {} : {'Content-Type': type || 'application/json'}},
    body: plain ? body : JSON.stringify(body)
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(answer.status === 401 ? 'Your login has ended. Log in to Cockpit again.'
      : problem.detail || `The application answered ${answer.status}. Try again; if it stays so, tell your administrator.`),
    {status: answer.status, faults: problem.errors || []});
  }
  return accept ? answer.blob() : answer.json().catch(() => true);
}

/** A page with a line that says what happened. */
export class Page {
  constructor(name, node, api) {
    this.name = name;
    this.node = node;
    this.api = api;
    this.ui = kit(name);
    this.message = h('div', {class: this.ui.of('message'), role: 'status', 'aria-live': 'polite'});
  }

  /** Draws the frame: a heading with a sentence, and whatever stands below it. */
  open(title, lead, ...children) {
    this.frame = h('main', {class: this.ui.of('page')},
      h('header', {}, h('h1', {}, title), this.ui.note(lead)), children);
    this.node.append(this.frame);
  }

  /** Calls the application's own interface. */
  call(path, options) {
    return request(this.api, `${root()}/api/${path}`, options);
  }

  /** Does something and says so; an error stays visible until the next thing is done. */
  async doing(work, done) {
    this.say('', '');
    try {
      const result = await work();
      if (done) {
        this.say(done);
      }
      return result;
    } catch (error) {
      this.tell(error);
      return undefined;
    }
  }

  say(text, kind = 'good') {
    this.message.textContent = text;
    this.message.className = this.ui.of('message', kind);
  }

  tell(error) {
    this.say(error instanceof TypeError
      ? 'The application cannot be reached. Check your connection and try again.' : error.message, 'bad');
  }

  /** Sends a form; what is wrong with a field is shown by the field, and the first of them gets the focus. */
  sending(form, work, done) {
    form.querySelectorAll('.kit-error').forEach(old => old.remove());
    form.querySelectorAll('[aria-invalid]').forEach(control => control.removeAttribute('aria-invalid'));
    return this.doing(async () => {
      try {
        return await work();
      } catch (error) {
        (error.faults || []).forEach(fault => this.showFault(form, fault));
        const first = form.querySelector('[aria-invalid]');
        if (first) {
          first.focus();
        }
        throw error;
      }
    }, done);
  }

  showFault(form, fault) {
    const place = [...form.querySelectorAll('[data-field]')]
      .find(one => one.getAttribute('data-field') === fault.field);
    if (place) {
      const id = `${this.name}-error-${fault.field.replace(/\W+/g, '-')}`;
      const control = place.querySelector('input, select');
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', id);
      place.append(h('small', {class: this.ui.of('error'), id}, fault.message));
    }
  }

  /** Gives somebody a file that the interface answers. */
  async save(path, accept, filename) {
    const link = h('a', {href: URL.createObjectURL(await this.call(path, {accept})), download: filename});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

/** A page of several sections under tabs; each section is a method that gives its nodes. */
export class TabbedPage extends Page {
  open(title, lead, sections) {
    this.tabs = this.ui.tabs(sections, section => this.show(section));
    this.body = this.tabs.panel;
    super.open(title, lead, this.tabs.list, this.message, this.body);
    this.show(sections[0][0]);
  }

  async show(section, back) {
    this.tabs.choose(section);
    await this.fill(() => this[section](), !back);
  }

  /** Shows something in place of what is there; the focus goes along, except from the tabs. */
  async fill(content, byTab) {
    const turn = this.turn = (this.turn || 0) + 1;
    this.body.replaceChildren(this.ui.empty('Loading…'));
    const nodes = await this.doing(content);
    if (this.turn === turn) {
      this.body.replaceChildren(...(nodes || [this.ui.empty('This could not be loaded. Choose the section again.')])
        .filter(node => node));
      if (!byTab) {
        this.body.focus({preventScroll: true});
        this.frame.scrollIntoView();
      }
    }
  }
}

/** The entry and the address of a page; Cockpit asks the server half who gets the entry. */
export function register(name, title, priority, Type) {
  const access = ['$http', $http => callback => {
    const base = document.querySelector('base').getAttribute('cockpit-api');
    const engine = window.location.href.replace(/.*cockpit\/([^/]*).*/, '$1');
    $http.get(`${base}plugin/${name}/${engine}/access`)
      .then(answer => callback(null, answer.data.mayUse), () => callback(null, false));
  }];
  return [
    {
      id: `${name}-entry`,
      pluginPoint: 'cockpit.navigation',
      priority,
      access,
      checkActive: path => path.includes(`#/${name}`),
      render: node => {
        node.append(h('a', {href: `#/${name}`}, title));
      }
    },
    {
      id: `${name}-page`,
      pluginPoint: 'cockpit.route',
      priority: 0,
      properties: {path: `/${name}`},
      render: (node, {api}) => {
        new Type(name, node, api);
      }
    }
  ];
}
