/*
 * The page "Exchange" in Cockpit: files in and out, and who is told what happens to requests. What a file or a receiver says
 * is data: it only ever becomes text nodes.
 */

import {count, fill, h, kit, plural, time, words} from '../../../kit/static/app/kit.js';
import {TabbedPage, register} from '../../../kit/static/app/page.js';

const SECTIONS = [['imports', 'Import'], ['exports', 'Export'], ['webhooks', 'Webhooks'], ['messages', 'Messages']];
const KINDS = [['clients', 'Clients'], ['policies', 'Policies'], ['open-work', 'Open work']];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EVENTS = [['request.opened', 'Request opened'], ['request.status-changed', 'Status changed'],
  ['request.closed', 'Request closed'], ['request.withdrawn', 'Request withdrawn']];
const STATUSES = {PENDING: 'wait', DELIVERED: 'good', FAILED: 'bad', CANCELLED: ''};
const EFFECTS = {ADDED: 'good', CHANGED: 'info', UNCHANGED: '', IN_AMS: 'wait', REFUSED: 'bad'};
const USES = {READ: ['read', 'good'], LEFT_OUT: ['left out by the mapping', ''],
  ONLY_EXPORTED: ['not taken over', ''], NOT_RECOGNIZED: ['not recognized', 'wait']};
const SHOWN = 200;
const PAGE_SIZE = 25;

const {button, card, chip, empty, field, input, note, of, pager, select, submit, table} = kit('exchange');

const named = (pairs, id) => (pairs.find(([one]) => one === id) || [id, words(id)])[1];

class ExchangePage extends TabbedPage {
  constructor(name, node, api) {
    super(name, node, api);
    this.filter = {webhook: '', status: '', request: ''};
    this.open('Exchange', 'Clients, policies and open work from and to spreadsheets, and messages to other systems such as a '
      + 'CRM about what happens to requests.', SECTIONS);
  }

  // ---------------------------------------------------------------- import

  async imports() {
    const mappings = await this.call('import-mappings');
    const chosen = input('', {type: 'file', accept: `.csv,.tsv,.txt,.xlsx,text/csv,${XLSX}`});
    const result = h('div', {'aria-live': 'polite', tabindex: '-1', class: of('result')});
    const mapping = h('select', {class: 'form-control'});
    const offer = () => mapping.replaceChildren(h('option', {value: 'default'}, 'Usual headings'),
      ...mappings.filter(one => one.kind === kind.value).map(one => h('option', {value: one.name}, one.name)));
    const kind = select(KINDS, 'clients', () => {
      offer();
      result.replaceChildren();
    });
    const columns = h('details', {class: of('card'), ontoggle: async event => {
      if (event.target.open) {
        await this.showColumns(event.target, kind.value);
      }
    }}, h('summary', {}, 'Which columns a file may have'));
    kind.addEventListener('change', () => columns.removeAttribute('open'));
    offer();
    const send = dryRun => this.call(`imports/${kind.value}?dryRun=${dryRun}&mapping=${encodeURIComponent(mapping.value)}`,
      {method: 'POST', body: chosen.files[0], type: 'application/octet-stream'});
    const check = async event => {
      event.preventDefault();
      result.replaceChildren();
      const report = await this.doing(() => chosen.files.length ? send(true)
        : Promise.reject(new Error('Choose a file first.')));
      if (report) {
        result.replaceChildren(this.report(report, () => this.take(send, result)));
        result.focus({preventScroll: true});
      }
    };
    return [h('form', {class: of('card'), onsubmit: check}, h('h2', {}, 'Import a file'),
      note('Nothing is written before you have seen what would be. What the agency management system has stays as it is there.'),
      h('div', {class: of('row')}, field('What is in it', kind), field('File', chosen, 'CSV or Excel (.xlsx)'),
        field('Mapping', mapping)), submit('Check the file')), result, columns, this.mappings(mappings)];
  }

  async showColumns(details, kind) {
    const layout = await this.doing(() => this.call(`imports/${kind}`));
    if (layout) {
      details.replaceChildren(details.firstChild, note(`At most ${count(layout.rowLimit)} rows. Without a mapping these `
        + 'headings and their usual other names are recognized.'),
      table(null, [['Heading', one => one.heading], ['Name in mappings', one => one.imported ? one.id : 'only in exports'],
        ['Needed', one => one.required ? 'yes' : '']], layout.columns));
    }
  }

  async take(send, result) {
    const report = await this.doing(() => send(false));
    if (report) {
      result.replaceChildren(this.report(report));
      result.focus({preventScroll: true});
      this.say(`Imported: ${count(report.added)} added, ${count(report.changed)} changed, ${
        count(report.unchanged)} as they were.`);
    }
  }

  /** What an import did or would do; take is what follows a trial. */
  report(report, take) {
    const news = report.added + report.changed;
    const figures = [['added', report.added], ['changed', report.changed], ['unchanged', report.unchanged],
      ['in the AMS', report.inAms], ['refused', report.refused]];
    const title = report.rows === 0 ? 'The file cannot be imported like this'
      : report.dryRun ? 'What the import would do' : 'What the import did';
    return h('section', {class: of('card')}, h('h2', {}, title),
      note(`${report.file}; ${plural(report.rows, 'row')}.`), report.notes.map(one => note(one)),
      h('div', {class: of('bar')}, figures.map(([name, number]) => h('span', {class: of('count'), 'data-count': name},
        h('strong', {}, count(number)), ` ${name}`))),
      report.problems.length ? table('Correct these in the file', ['Row', 'Column', 'It says', 'What to do'],
        report.problems.slice(0, SHOWN).map(one => h('tr', {}, h('td', {}, one.row), h('td', {}, one.column || 'whole row'),
          h('td', {}, one.value), h('td', {}, one.message))), 'problems') : null,
      this.more(report.problems.length + report.moreProblems),
      this.columnsOf(report), this.effectsOf(report),
      take && news > 0 ? button(`Import ${plural(news, 'row')}`, take, 'primary') : null,
      take && news === 0 && report.rows > 0 ? note('The file has nothing new that can be taken.') : null);
  }

  more(all) {
    return all > SHOWN ? note(`${count(all - SHOWN)} more are not shown.`) : null;
  }

  columnsOf(report) {
    const lost = report.columns.filter(one => one.use === 'NOT_RECOGNIZED').length;
    return report.columns.length ? h('details', {open: lost > 0}, h('summary', {},
      lost ? `${plural(lost, 'column')} not recognized` : 'How the columns were read'),
    table(null, [['Column', one => one.heading], ['Read as', one => one.field ? words(one.field) : ''],
      ['', one => chip(...USES[one.use])]], report.columns, 'columns')) : null;
  }

  effectsOf(report) {
    return report.effects.length ? h('details', {}, h('summary', {}, 'Every row'),
      table(null, [['Row', one => one.row], ['Which', one => one.key],
        ['', one => chip(words(one.effect).toLowerCase(), EFFECTS[one.effect])], ['', one => one.detail || '']],
      report.effects.slice(0, SHOWN), 'effects'), this.more(report.effects.length + report.moreEffects)) : null;
  }

  // ---------------------------------------------------------------- mappings

  mappings(mappings) {
    return card('Mappings', note('For headings that are not usual ones, and dates that are neither 2026-11-23 nor 11/23/2026.'),
      mappings.length ? table(null, ['Name', 'For', 'Columns', ''], mappings.map(one => h('tr', {},
        h('th', {scope: 'row'}, one.name), h('td', {}, named(KINDS, one.kind)), h('td', {}, one.columns.map(column =>
          `${column.heading || `“${column.constant}”`} → ${column.field || 'left out'}`).join('; ')),
        h('td', {}, button('Change', () => this.fill(() => this.editMapping(one)), 'default', `Change mapping ${one.name}`), ' ',
          button('Remove', () => this.removeMapping(one.name), 'default', `Remove mapping ${one.name}`)))))
        : empty('There is no mapping yet, and usual headings need none.'),
      button('Add a mapping', () => this.fill(() => this.editMapping({name: '', kind: 'clients', columns: []}))));
  }

  async removeMapping(name) {
    if (await this.doing(() => this.call(`import-mappings/${encodeURIComponent(name)}`, {method: 'DELETE'}))) {
      await this.show('imports', true);
      this.say(`The mapping ${name} is removed.`);
    }
  }

  async editMapping(mapping) {
    const name = input(mapping.name, {maxlength: 60, required: true, readonly: mapping.name !== ''});
    const dates = input(mapping.dateFormat || '', {maxlength: 40, placeholder: 'dd.MM.yyyy'});
    const rows = h('tbody');
    const layouts = Object.fromEntries(await Promise.all(KINDS.map(async ([id]) => [id, await this.call(`imports/${id}`)])));
    const fields = () => [['', 'left out'], ...layouts[kind.value].columns.filter(one => one.imported)
      .map(one => [one.id, one.heading])];
    const add = column => rows.append(h('tr', {}, [input(column.heading || '', {maxlength: 200, 'aria-label': 'Heading in the file'}),
      select(fields(), column.field || '', {'aria-label': 'Field'}),
      input(column.constant || '', {maxlength: 300, 'aria-label': 'The same in every row'})].map(one => h('td', {}, one))));
    const kind = select(KINDS, mapping.kind, () => {
      rows.replaceChildren();
      add({});
    });
    (mapping.columns.length ? mapping.columns : [{}, {}, {}]).forEach(add);
    const form = h('form', {class: of('card'), onsubmit: async event => {
      event.preventDefault();
      const columns = [...rows.children].map(row => [...row.querySelectorAll('input, select')].map(one => one.value.trim()))
        .map(([heading, target, constant]) => ({heading, field: target, constant}))
        .filter(one => one.heading || one.field || one.constant);
      const saved = await this.sending(form, () => this.call(`import-mappings/${encodeURIComponent(name.value.trim())}`,
        {method: 'PUT', body: {kind: kind.value, dateFormat: dates.value, columns}}));
      if (saved) {
        await this.show('imports', true);
        this.say(`The mapping ${saved.name} is saved.`);
      }
    }}, h('h2', {}, mapping.name ? `Mapping ${mapping.name}` : 'New mapping'),
    h('div', {class: of('row')}, field('Name', name), field('For', kind), field('Dates look like', dates, 'Empty for usual dates')),
    h('table', {class: of('table')}, h('thead', {}, h('tr', {}, ['Heading in the file', 'Is', 'Or the same in every row']
      .map(title => h('th', {scope: 'col'}, title)))), rows),
    h('div', {class: of('bar')}, button('One more column', () => {
      add({});
      rows.lastChild.querySelector('input').focus();
    }), submit('Save'), button('Back', () => this.show('imports', true))));
    return [form];
  }

  // ---------------------------------------------------------------- export

  async exports() {
    const source = select([['', 'All'], ['ams', 'Agency management system'], ['spreadsheet', 'Spreadsheets']], '');
    const client = input('', {type: 'search', placeholder: 'Part of the name'});
    const state = input('', {maxlength: 2, placeholder: 'TX'});
    const query = () => {
      const given = Object.entries({source: source.value, client: client.value.trim(), state: state.value.trim()})
        .filter(([, value]) => value);
      return given.length ? `?${new URLSearchParams(given)}` : '';
    };
    const get = (kind, accept, ending) => this.doing(() => this.save(`exports/${kind}${query()}`, accept, `${kind}.${ending}`),
      `${kind}.${ending} is in your downloads.`);
    return [card('Narrow it, or leave it as it is', h('div', {class: of('row')}, field('From', source, 'Not for open work'),
      field('Client', client), field('State', state))),
    card('Download', note('The import takes these files as they are. Text that a spreadsheet program would run is led by an '
      + 'apostrophe in CSV.'), KINDS.map(([kind, title]) => h('div', {class: of('bar')}, h('strong', {class: of('what')}, title),
      button('CSV', () => get(kind, 'text/csv', 'csv'), 'default', `${title} as CSV`),
      button('Excel', () => get(kind, XLSX, 'xlsx'), 'default', `${title} as Excel`))))];
  }

  // ---------------------------------------------------------------- webhooks

  async webhooks() {
    const all = await this.call('webhooks');
    return [h('div', {class: of('bar')}, button('Add a webhook', () => this.fill(() => this.edit(null)), 'primary')),
      all.length ? card(null, table('Who is told', ['Address', 'Of what', 'State', 'Messages', ''], all.map(one => this.webhook(one))))
        : empty('Nobody is told yet. Add a webhook with the address that your CRM gives you.')];
  }

  webhook(one) {
    const act = (text, work) => button(text, work, 'default', `${text} ${one.description || one.url}`);
    return h('tr', {'data-webhook': one.id}, h('th', {scope: 'row'}, one.description || one.url,
      one.description ? h('div', {class: of('note')}, one.url) : null),
    h('td', {}, one.events.map(event => h('div', {}, named(EVENTS, event)))),
    h('td', {}, chip(one.active ? 'on' : 'off', one.active ? 'good' : 'bad'), one.offReason ? note(one.offReason) : null),
    h('td', {}, note(`${count(one.pending)} waiting, ${count(one.failed)} failed`),
      one.lastDeliveredAt ? note(`last arrived ${time(one.lastDeliveredAt)}`) : null),
    h('td', {class: of('acts')}, act('Change', () => this.fill(() => this.edit(one))), ' ',
      one.active ? act('Test', () => this.test(one)) : null, ' ',
      act('New secret', () => this.renew(one)), ' ', act('Remove', () => this.fill(() => this.confirmRemoval(one)))));
  }

  async edit(known) {
    const url = input(known ? known.url : '', {type: 'url', required: true, maxlength: 1000,
      placeholder: 'https://crm.example.com/hooks/agency'});
    const description = input(known ? known.description : '', {maxlength: 200, placeholder: 'CRM'});
    const events = EVENTS.map(([id, title]) => [id, title, h('input', {type: 'checkbox',
      checked: known ? known.events.includes(id) : id !== 'request.withdrawn'})]);
    const active = h('input', {type: 'checkbox', checked: known ? known.active : true});
    const form = h('form', {class: of('card'), onsubmit: async event => {
      event.preventDefault();
      const body = {url: url.value.trim(), description: description.value.trim(), active: active.checked,
        events: events.filter(([, , box]) => box.checked).map(([id]) => id)};
      const saved = await this.sending(form, () => body.events.length
        ? this.call(known ? `webhooks/${known.id}` : 'webhooks', {method: known ? 'PUT' : 'POST', body})
        : Promise.reject(new Error('Choose at least one event.')));
      if (saved && known) {
        await this.show('webhooks', true);
        this.say('The webhook is saved.');
      } else if (saved) {
        this.fill(() => [this.secret(saved, 'The webhook is there')]);
      }
    }}, h('h2', {}, known ? 'Webhook' : 'New webhook'), field('Address', url, null, 'url'), field('Name', description),
    h('fieldset', {class: of('field')}, h('legend', {}, 'Tell it when'), events.map(([, title, box]) =>
      h('label', {class: 'exchange-check'}, box, ` ${title}`))),
    h('label', {class: 'exchange-check'}, active, ' Switched on'),
    h('div', {class: of('bar')}, submit('Save'), button('Back', () => this.show('webhooks', true))));
    return [form];
  }

  secret(saved, title) {
    return card(title, note('Give this secret to the receiver: it checks our signature with it (Standard Webhooks). It is shown '
      + 'this once.'), h('pre', {class: of('secret'), tabindex: '0', 'aria-label': 'Secret'}, saved.secret),
    button('I have it', () => this.show('webhooks', true), 'primary'));
  }

  async test(one) {
    if (await this.doing(() => this.call(`webhooks/${one.id}/test`, {method: 'POST'}))) {
      this.filter = {webhook: one.id, status: '', request: ''};
      await this.show('messages');
      this.say('A test message goes out in a moment. Choose Show to see what became of it.');
    }
  }

  async renew(one) {
    const saved = await this.doing(() => this.call(`webhooks/${one.id}/secret`, {method: 'POST'}));
    if (saved) {
      this.fill(() => [this.secret(saved, 'A new secret; the former one signs as well for a day')]);
    }
  }

  confirmRemoval(one) {
    return [card(`Remove ${one.description || one.url}?`, note('Messages that wait are cancelled. What was sent can still be '
      + 'looked at.'), h('div', {class: of('bar')}, button('Remove it', async () => {
      if (await this.doing(() => this.call(`webhooks/${one.id}`, {method: 'DELETE'}))) {
        await this.show('webhooks', true);
        this.say('The webhook is removed.');
      }
    }, 'danger'), button('Keep it', () => this.show('webhooks', true))))];
  }

  // ---------------------------------------------------------------- messages

  async messages(page = 0) {
    const given = Object.entries({...this.filter, page, size: PAGE_SIZE}).filter(([, value]) => value !== '');
    const [webhooks, found] = await Promise.all([this.call('webhooks'),
      this.call(`webhooks/deliveries?${new URLSearchParams(given)}`)]);
    const names = webhooks.map(one => [one.id, one.description || one.url]);
    const controls = {webhook: select([['', 'All'], ...names], this.filter.webhook),
      status: select([['', 'All'], ...Object.keys(STATUSES)], this.filter.status),
      request: input(this.filter.request, {type: 'search', maxlength: 20, placeholder: 'SR-2026-000123'})};
    const form = h('form', {class: `${of('card')} ${of('row')}`, onsubmit: event => {
      event.preventDefault();
      Object.entries(controls).forEach(([name, control]) => {
        this.filter[name] = control.value.trim();
      });
      this.fill(() => this.messages());
    }}, field('Webhook', controls.webhook), field('Status', controls.status), field('Request', controls.request),
    h('div', {class: of('again')}, h('button', {type: 'submit', class: 'btn btn-default'}, 'Show')));
    const narrowed = Object.values(this.filter).some(value => value);
    return [form, found.items.length
      ? card(null, table('Messages, newest first', ['When', 'To', 'About', 'Status', 'How it went', ''],
        found.items.map(one => this.delivery(one, named(names, one.webhook)))))
      : empty(narrowed ? 'No message fits. Widen the search.' : 'No message was sent yet. They appear here once something happens to a '
        + 'request that a webhook is told of.'),
    pager(found, to => this.fill(() => this.messages(to)))];
  }

  delivery(one, receiver) {
    return h('tr', {'data-message': one.id}, h('td', {}, time(one.createdAt)), h('td', {}, receiver),
      h('td', {}, one.request, h('div', {class: of('note')}, named([...EVENTS, ['webhook.test', 'Test message']], one.event))),
      h('td', {}, chip(one.status.toLowerCase(), STATUSES[one.status]), note(plural(one.attempts, 'attempt'))),
      h('td', {}, one.detail || (one.status === 'PENDING' ? 'It goes out in a moment.' : ''),
        one.nextAttemptAt && one.attempts ? note(`tried again ${time(one.nextAttemptAt)}`) : null,
        h('details', {}, h('summary', {}, 'What it says'), fill(h('pre'), {}, JSON.stringify(one.payload, null, 2)))),
      h('td', {}, one.status === 'PENDING' ? null
        : button('Send again', () => this.again(one.id), 'default', `Send ${one.id} again`)));
  }

  async again(id) {
    if (await this.doing(() => this.call(`webhooks/deliveries/${id}/resend`, {method: 'POST'}))) {
      await this.fill(() => this.messages());
      this.say('It goes out in a moment. Choose Show to see what became of it.');
    }
  }
}

export default register('exchange', 'Exchange', 103, ExchangePage);
