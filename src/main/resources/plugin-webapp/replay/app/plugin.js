/*
 * The page "Replay" in Cockpit, where analysts and managers see what a changed decision table would have decided. Names
 * and values are data: they only ever become text nodes.
 */

import {count, h, kit, percent, time, words as plainWords} from '../../../kit/static/app/kit.js';
import {Page, register} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 20;
const POLL = 1000;
const OUTPUTS = {
  slaMinutes: 'Done within (minutes)', ackMinutes: 'Acknowledged within (minutes)', licenseRequired: 'License required',
  humanGate: 'Human gate', straightThrough: 'Straight through', stopReason: 'Why not straight through',
  true: 'Yes', false: 'No', '': '(nothing)'
};
const STATES = {RUNNING: 'running', DONE: 'done', CANCELED: 'canceled', FAILED: 'failed', LOST: 'lost'};

const {button, card, empty, field, note, of, pager, select, submit, table} = kit('replay');

/** LICENSED_STAFF, account-managers and slaMinutes as words; sentences as they are. */
function words(value) {
  const text = String(value);
  if (OUTPUTS[text] !== undefined) {
    return OUTPUTS[text];
  }
  if (!/^[A-Za-z]+([_-][A-Za-z]+)*$/.test(text) || /^[A-Z]{1,2}$/.test(text)) {
    return text;
  }
  return plainWords(text);
}

/** Two bars over each other, then and with the change, on one scale. */
function bars(before, after, most, label) {
  const bar = (value, kind) => h('span', {class: kind, style: `width:${most ? Math.max(1, value / most * 100) : 1}%`});
  return h('div', {class: 'replay-bars', role: 'img', 'aria-label': `${label}: ${count(before)} then, ${count(after)} now`},
    bar(before, 'then'), bar(after, 'now'));
}

function step(before, after) {
  const more = after - before;
  return more === 0 ? '=' : h('strong', {}, `${more > 0 ? '+' : '−'}${count(Math.abs(more))}`);
}

class ReplayPage extends Page {
  constructor(name, node, api) {
    super(name, node, api);
    this.setup = h('div', {}, empty('Loading…'));
    this.outcome = h('div', {class: 'replay-outcome', tabindex: '-1', 'aria-live': 'polite'});
    this.earlier = h('div', {});
    this.open('Replay', 'Runs a changed decision table over requests that were decided before, and shows what would come out '
      + 'otherwise. Nothing is deployed and no request is touched.',
    this.setup, this.message, this.outcome, this.earlier);
    this.doing(() => this.begin());
  }

  call(path, options) {
    return super.call(`decisions${path}`, options);
  }

  async begin() {
    this.decisions = await this.call('');
    if (this.decisions.length === 0) {
      this.setup.replaceChildren(empty('No decision is deployed yet. Deploy one from Modeler first.'));
      return;
    }
    this.setup.replaceChildren(this.form());
    await this.list();
  }

  form() {
    const first = this.decisions.some(one => one.key === 'request-routing') ? 'request-routing' : this.decisions[0].key;
    const versions = h('select', {class: 'form-control'});
    const fill = key => versions.replaceChildren(...this.decisions.find(one => one.key === key).versions.map(one =>
      h('option', {value: one.version}, `Version ${one.version}${one.versionTag ? `, ${one.versionTag}` : ''}`)));
    const decision = select(this.decisions.map(one => [one.key, `${one.name} (${one.key})`]), first,
      event => fill(event.target.value));
    fill(first);
    const file = h('input', {type: 'file', class: 'form-control', accept: '.dmn,.xml'});
    const fileField = field('Changed file', file, 'Saved in Modeler; tables that it lacks stay as they are deployed');
    const versionField = field('Version', versions, 'An older one shows what a change has brought');
    const source = select([['file', 'a changed file'], ['version', 'a deployed version']], 'file', () => {
      fileField.hidden = source.value !== 'file';
      versionField.hidden = source.value !== 'version';
    });
    versionField.hidden = true;
    const from = h('input', {type: 'date', class: 'form-control'});
    const to = h('input', {type: 'date', class: 'form-control'});
    const type = h('input', {class: 'form-control', maxlength: 40, placeholder: 'all', autocapitalize: 'characters'});
    const limit = h('input', {type: 'number', class: 'form-control', min: 1, max: 50000, value: 10000});
    return h('form', {class: of('card'), onsubmit: event => {
      event.preventDefault();
      const scope = {from: from.value, to: to.value, workType: type.value.trim(), limit: limit.value};
      this.doing(() => this.start(decision.value, source.value === 'file' ? file : null, versions.value, scope));
    }},
    h('div', {class: of('row')}, field('Decision', decision), field('Compare with', source), fileField, versionField,
      field('Opened from', from, 'Empty: the last 30 days'), field('Opened to', to, 'Included; empty: today'),
      field('Work type', type), field('At most', limit, 'Requests, newest first')),
    submit('Replay'));
  }

  async start(key, file, version, scope) {
    const given = Object.entries(scope).filter(([, value]) => value);
    let body;
    if (file) {
      if (!file.files.length) {
        file.focus();
        throw new Error('Choose the changed file first, or compare with a deployed version.');
      }
      body = new FormData();
      body.append('file', file.files[0]);
      given.forEach(([name, value]) => body.append(name, value));
    } else {
      body = {...Object.fromEntries(given), version: Number(version)};
    }
    this.outcome.replaceChildren(card(null, note('Reading the table…')));
    try {
      this.show(await this.call(`/${encodeURIComponent(key)}/replay`, {method: 'POST', body}));
    } catch (error) {
      this.outcome.replaceChildren();
      throw error;
    }
    await this.list();
  }

  async list() {
    const page = await this.call('/replays?size=10');
    this.earlier.replaceChildren(card('Replays of the last week', page.items.length === 0
      ? empty('Nothing was replayed yet. Choose a decision and a changed file above.')
      : table('Newest first', [
        ['Started', row => time(row.startedAt)], ['By', row => row.startedBy], ['Decision', row => row.decision],
        ['With', row => row.changed], ['Requests opened', row => `${row.from} to ${row.to}`],
        ['State', row => STATES[row.state]],
        ['', row => button('Show',
          () => this.doing(async () => this.show(await this.call(`/replays/${row.id}`))), 'default',
          `Show the replay of ${row.decision} of ${time(row.startedAt)}`)]
      ], page.items)));
  }

  show(run) {
    this.run = run.id;
    if (run.state === 'RUNNING') {
      this.outcome.replaceChildren(card(`Replaying ${run.decision} with ${run.changed}`,
        note(run.total ? `${count(run.done)} of ${count(run.total)} requests` : 'Reading the history…'),
        h('progress', {max: run.total || 1, value: run.total ? run.done : null, 'aria-label': 'Requests replayed'}),
        h('p', {}, button('Cancel', () => this.doing(() => this.call(`/replays/${run.id}`, {method: 'DELETE'}))))));
      setTimeout(() => this.poll(run.id), POLL);
      return;
    }
    if (!run.result) {
      this.outcome.replaceChildren(card(`Replay of ${run.decision} with ${run.changed}: ${STATES[run.state]}`,
        note(run.message || 'Nothing of it was kept.')));
      return;
    }
    this.outcome.replaceChildren(...this.result(run, run.result));
    this.outcome.focus({preventScroll: true});
  }

  async poll(id) {
    if (this.run !== id || !this.outcome.isConnected) {
      return;
    }
    const run = await this.doing(() => this.call(`/replays/${id}`));
    if (run && this.run === id) {
      this.show(run);
      if (run.state !== 'RUNNING') {
        this.doing(() => this.list());
      }
    }
  }

  result(run, result) {
    const figure = (value, text) => h('div', {class: 'replay-figure'}, h('strong', {}, value), h('span', {}, text));
    const failed = result.notReplayed.reduce((sum, one) => sum + one.requests, 0);
    const share = (title, one) => one ? figure(`${percent(one.shareBefore)} → ${percent(one.shareAfter)}`,
      `${title} (${count(one.before)} → ${count(one.after)})`) : null;
    return [
      card(`${run.decision} with ${run.changed}`,
        h('div', {class: 'replay-figures'},
          figure(count(result.replayed), 'requests replayed'), figure(count(result.different), 'come out otherwise'),
          failed ? figure(count(failed), 'could not be replayed') : null,
          share('straight through', result.straightThrough), share('need a license', result.licenseRequired)),
        note(`Opened ${run.from} to ${run.to}${run.workType ? `, ${words(run.workType)}` : ''}; decided then with `
          + `${result.madeWith.map(one => `${one.what} (${count(one.requests)})`).join(', ') || 'nothing'}; `
          + `${(result.milliseconds / 1000).toFixed(1)} s.`),
        result.notes.map(text => note(text))),
      this.failures(result.notReplayed),
      result.replayed === 0 ? empty('No request of the period was decided by this table. Choose a longer period.') : null,
      result.changes.length === 0 && result.replayed > 0
        ? card(null, empty('Every request would come out as it did.')) : null,
      result.changes.length ? card('What changes', table('Most frequent first', [
        ['Decision', row => row.decision], ['Output', row => words(row.output)], ['Then', row => words(row.before)],
        ['With the change', row => words(row.after)], ['Requests', row => count(row.requests), true]
      ], result.changes)) : null,
      this.moved(result), this.load(result), this.serviceLevel(result.serviceLevel),
      result.different ? this.differing(run, result) : null
    ].filter(part => part);
  }

  failures(failures) {
    return failures.length ? card('What could not be replayed', table('And why', [
      ['Why', row => row.reason], ['Requests', row => count(row.requests), true],
      ['Such as', row => row.examples.join(', ')]], failures)) : null;
  }

  moved(result) {
    const most = Math.max(...result.moved.map(one => Math.max(one.before, one.after)), 0);
    return result.moved.length ? card('Where requests go', table('Upper bar: then; lower bar: with the change', [
      ['', row => words(row.output)], ['', row => words(row.value)],
      ['', row => bars(row.before, row.after, most, words(row.value))], ['Then', row => count(row.before), true],
      ['Now', row => count(row.after), true], ['', row => step(row.before, row.after), true]
    ], result.moved)) : null;
  }

  load(result) {
    const each = (minutes, people) => people ? count(Math.round(minutes / people)) : '–';
    const most = Math.max(...result.queues.map(one => Math.max(one.minutesBefore, one.minutesAfter)), 0);
    return result.queues.length ? card('Who does the work', table('Work of people, without what goes straight through', [
      ['Queue', row => words(row.queue)], ['People', row => row.people || '–', true],
      ['Requests', row => `${count(row.requestsBefore)} → ${count(row.requestsAfter)}`, true],
      ['', row => bars(row.minutesBefore, row.minutesAfter, most, words(row.queue))],
      ['Minutes', row => `${count(row.minutesBefore)} → ${count(row.minutesAfter)}`, true],
      ['Minutes a person', row => `${each(row.minutesBefore, row.people)} → ${each(row.minutesAfter, row.people)}`, true]
    ], result.queues), result.minutesFrom ? note(result.minutesFrom === 'targetMinutes'
      ? 'Minutes are the target of the work type in the catalogue, as it has no minutes of handling.'
      : 'Minutes are those of handling a request of the type, as the catalogue has them.') : null) : null;
  }

  serviceLevel(level) {
    return level ? card('In time', table('By the minutes that the table gives, from the decision to the actual close', [
      ['', row => row[0]], ['Then', row => count(row[1]), true], ['With the change', row => count(row[2]), true],
      ['', row => step(row[1], row[2]), true]
    ], [['In time', level.inTimeBefore, level.inTimeAfter], ['Late', level.lateBefore, level.lateAfter]]),
    note(`${count(level.wouldBeLate)} would be late that were not; ${count(level.wouldBeInTime)} would not be late that `
      + 'were.')) : null;
  }

  differing(run, result) {
    const list = h('div', {'aria-live': 'polite'}, empty('Loading…'));
    const show = page => this.doing(async () => {
      const found = await this.call(`/replays/${run.id}/differences?page=${page}&size=${PAGE_SIZE}`);
      list.replaceChildren(...found.items.map(one => this.difference(one, result.reasons)),
        pager(found, show, ['Newer', 'Older']));
    });
    show(0);
    return card('Requests that come out otherwise',
      h('p', {}, button('Download as CSV', () => this.doing(() =>
        this.save(`/replays/${run.id}/differences`, 'text/csv', `replay-${run.decision}.csv`)))), list);
  }

  difference(one, reasons) {
    const rules = ids => ids.length === 0 ? note('No rule')
      : h('ul', {}, ids.map(id => h('li', {}, h('code', {}, id), reasons[id] ? ` ${reasons[id]}` : '')));
    return h('details', {class: 'replay-difference'},
      h('summary', {}, h('strong', {}, one.number), ` ${words(one.workType)}: `, one.changes.slice(0, 3).map(change =>
        `${words(change.output)} ${words(change.before)} → ${words(change.after)}`).join('; '),
      one.changes.length > 3 ? ' …' : ''),
      table('Outputs', [['Decision', row => row.decision], ['Output', row => words(row.output)],
        ['Then', row => words(row.before)], ['With the change', row => words(row.after)]], one.changes),
      table('Rules that fired', [['Decision', row => row.decision], ['Then', row => rules(row.before)],
        ['With the change', row => rules(row.after)]], one.rules));
  }
}

export default register('replay', 'Replay', 104, ReplayPage);
