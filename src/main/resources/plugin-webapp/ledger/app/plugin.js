/*
 * The page "Ledger" in Cockpit: what left the house, what has not yet and why, and trying it again. What far ends said is
 * data: it only ever becomes text nodes.
 */

import {count, h, kit, time, words} from '../../../kit/static/app/kit.js';
import {Page, register, root} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 25;
const STATUSES = {PLANNED: 'info', UNKNOWN: 'wait', ACCEPTED: 'good', DONE: 'good', REJECTED: 'bad', CONFLICT: 'bad',
  ABANDONED: ''};
const KINDS = [['EMAIL', 'E-mail'], ['AMS_DOCUMENT', 'AMS document'], ['AMS_CERTIFICATE', 'AMS certificate'],
  ['AMS_NOTE', 'AMS note'], ['AMS_TASK', 'AMS task'], ['AMS_CONTACT', 'AMS contact'],
  ['CARRIER_SUBMISSION', 'Carrier submission'], ['CARRIER_WITHDRAWAL', 'Carrier withdrawal']];
const EVERYTHING = {status: '', kind: '', request: '', from: '', to: ''};

const {button, card, chip, empty, field, input, of, pager, select, table} = kit('ledger');

const kindOf = id => (KINDS.find(([one]) => one === id) || [id, words(id)])[1];

class LedgerPage extends Page {
  constructor(name, node, api) {
    super(name, node, api);
    this.filter = {...EVERYTHING};
    this.page = 0;
    this.counts = h('div', {class: of('bar'), role: 'group', 'aria-label': 'Writes by status'});
    this.controls = h('form', {class: `${of('card')} ${of('row')}`, onsubmit: event => {
      event.preventDefault();
      this.load();
    }});
    this.list = h('section', {class: of('list'), 'aria-label': 'Writes', 'aria-live': 'polite', tabindex: '-1'},
      empty('Loading…'));
    this.open('Ledger', 'Every write to the outside: mail, and records in the agency management system. Each is looked up at the '
      + 'far end before it is tried, so trying again never makes two.',
    this.message, this.counts, this.controls, this.list);
    this.drawControls();
    this.load();
  }

  /** The controls stay as they are: one that is drawn anew while somebody is in it would change the filter once more. */
  drawControls() {
    const changed = name => event => this.narrow({[name]: event.target.value.trim()});
    const all = (name, options) => select([['', 'All'], ...options], '', changed(name));
    const day = name => input('', {type: 'date', onchange: changed(name)});
    this.fields = {
      status: all('status', Object.keys(STATUSES)),
      kind: all('kind', KINDS),
      request: input('', {type: 'search', maxlength: 20, placeholder: 'SR-2026-000123', onchange: changed('request')}),
      from: day('from'),
      to: day('to')
    };
    const {status, kind, request, from, to} = this.fields;
    this.controls.replaceChildren(field('Status', status), field('Kind', kind), field('Request', request),
      field('Planned from', from), field('Planned to', to, 'Included'),
      h('div', {class: of('again')}, h('button', {type: 'submit', class: 'btn btn-default'}, 'Show'), ' ',
        h('button', {type: 'button', class: 'btn btn-default', onclick: () => this.narrow(EVERYTHING)}, 'All writes')));
  }

  narrow(filter) {
    Object.assign(this.filter, filter);
    Object.entries(this.filter).forEach(([name, value]) => {
      this.fields[name].value = value;
    });
    this.page = 0;
    this.load();
  }

  async load(said) {
    const turn = this.turn = (this.turn || 0) + 1;
    const given = Object.entries(this.filter).filter(([, value]) => value);
    const query = new URLSearchParams([...given, ['page', this.page], ['size', PAGE_SIZE]]);
    const [counts, writes] = await this.doing(() => Promise.all([
      this.call(`outbound-writes/counts?${new URLSearchParams(given.filter(([name]) => name !== 'status'))}`),
      this.call(`outbound-writes?${query}`)]), said) || [];
    if (turn !== this.turn) {
      return;
    }
    if (writes) {
      this.drawCounts(counts);
      this.drawList(writes);
    } else {
      this.list.replaceChildren(empty('The ledger could not be read. Choose Show to try again.'));
    }
  }

  drawCounts(counts) {
    this.counts.replaceChildren(...Object.keys(STATUSES).map(status => h('button', {type: 'button', class: of('count'),
      'data-status': status, 'aria-pressed': String(this.filter.status === status),
      onclick: () => this.narrow({status: this.filter.status === status ? '' : status})},
    h('strong', {}, count(counts[status] || 0)), ` ${words(status).toLowerCase()}`)));
  }

  drawList(writes) {
    const narrowed = Object.values(this.filter).some(value => value);
    this.list.replaceChildren(writes.items.length
      ? card(null, table('Writes, planned last first',
        ['Reference', 'Kind', 'Status', 'Planned', 'Finished', 'What happens next', ''],
        writes.items.map(write => this.row(write))))
      : empty(narrowed ? 'No write fits. Widen the search, or choose All writes.'
        : 'Nothing was written to the outside yet. Mail and records appear here once a request plans them.'),
    pager(writes, to => {
      this.page = to;
      this.load();
    }));
  }

  row(write) {
    return h('tr', {'data-reference': write.reference},
      h('th', {scope: 'row'}, write.reference,
        write.remoteReference ? h('div', {class: of('note')}, `there: ${write.remoteReference}`) : null),
      h('td', {}, kindOf(write.kind)),
      h('td', {}, chip(words(write.status).toLowerCase(), STATUSES[write.status]),
        h('div', {class: of('note')}, write.attempts === 1 ? '1 attempt' : `${write.attempts} attempts`)),
      h('td', {}, time(write.plannedAt)),
      h('td', {}, time(write.finishedAt)),
      h('td', {class: 'ledger-next'}, write.link ? h('a', {href: root() + write.link}, write.waitsFor) : write.waitsFor,
        write.detail ? h('div', {class: of('note')}, write.detail) : null),
      h('td', {}, write.retryable
        ? button('Retry', () => this.retry(write.reference), 'primary', `Retry ${write.reference}`) : null));
  }

  async retry(reference) {
    const taken = await this.doing(() => this.call(`outbound-writes/${encodeURIComponent(reference)}/retry`,
      {method: 'POST'}));
    if (taken) {
      await this.load(`${reference} is tried now. Choose Show to see what became of it.`);
      this.list.focus({preventScroll: true});
    }
  }
}

export default register('ledger', 'Ledger', 106, LedgerPage);
