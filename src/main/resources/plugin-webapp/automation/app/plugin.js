/*
 * The page "Automation" in Cockpit, where managers see how far each automation is trusted and why, and stop it. Reasons and
 * names are data: they only ever become text nodes.
 */

import {h, kit, percent, time, words} from '../../../kit/static/app/kit.js';
import {Page, register} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 20;
const LEVELS = [
  ['SHADOW', 'Shadow', 'It runs beside the person; nothing of it is used.'],
  ['APPROVE_ALL', 'Approve all', 'It prepares, and a person approves each.'],
  ['SAMPLED', 'Sampled', 'It finishes alone; a share is looked at afterwards.'],
  ['STRAIGHT_THROUGH', 'Straight through', 'It finishes alone.']
];
const SCOPES = {WORK_TYPE: 'Work type', CARRIER: 'Carrier', AGENCY: 'Agency', LEVEL: 'Level'};

const {chip, empty, field, note, of, pager, select, table} = kit('automation');

const level = id => (LEVELS.find(([one]) => one === id) || [id, words(id)])[1];
const reasonField = () => h('input', {class: 'form-control', maxlength: 500, required: true});

class AutomationPage extends Page {
  constructor(name, node, api) {
    super(name, node, api);
    this.historyPage = 0;
    this.levels = h('div', {class: 'automation-levels'}, empty('Loading…'));
    this.switches = h('div', {class: 'automation-switches'}, empty('Loading…'));
    this.history = h('div', {class: 'automation-history'}, empty('Loading…'));
    this.open('Automation', 'How far each automation is trusted, by what was seen of its work. A level is earned step by step '
      + 'and lost by errors. A kill switch stops work at once, before its next effect outside.',
    this.message,
    h('section', {'aria-labelledby': 'automation-levels-title'},
      h('h2', {id: 'automation-levels-title'}, 'Levels'), this.levels),
    h('section', {class: of('card'), 'aria-labelledby': 'automation-switches-title'},
      h('h2', {id: 'automation-switches-title'}, 'Kill switches'), this.switches),
    h('section', {class: of('card'), 'aria-labelledby': 'automation-history-title'},
      h('h2', {id: 'automation-history-title'}, 'History'), this.history));
    this.load();
  }

  call(path, body) {
    return super.call(`automation-levels${path}`, body ? {method: 'PUT', body} : {});
  }

  /** Each part is read on its own: one that fails says so and leaves the others readable. */
  async load() {
    const failed = () => [empty('This could not be loaded. Load the page again.')];
    const fill = async (element, part) => element.replaceChildren(...await part().catch(failed));
    await Promise.all([
      fill(this.levels, async () => this.levelCards(await this.call(''))),
      fill(this.switches, async () => this.switchList(await this.call('/kill-switches'))),
      this.loadHistory()
    ]);
  }

  async loadHistory() {
    const parts = await this.call(`/history?page=${this.historyPage}&size=${PAGE_SIZE}`)
      .then(page => this.changes(page), () => [empty('This could not be loaded. Load the page again.')]);
    this.history.replaceChildren(...parts);
  }

  // ---------------------------------------------------------------- levels

  levelCards(all) {
    return all.length ? all.map(one => this.levelCard(one))
      : [empty('No work type has a level yet. Levels begin in the configuration, or when one is given over HTTP.')];
  }

  levelCard(one) {
    const title = `automation-${one.workType}`;
    const {evidence, next} = one;
    return h('article', {class: of('card', one.note ? 'fell' : ''), 'aria-labelledby': title},
      h('div', {class: 'automation-head'}, h('h3', {id: title}, words(one.workType)),
        chip(level(one.level), one.level.toLowerCase()), one.enabled ? null : chip('Switched off', 'stopped'),
        next && next.earned ? chip(`${level(next.level)} is earned`, 'earned') : null),
      one.note ? h('p', {class: of('note')}, chip('Fell by itself', 'fell'), ' ', one.note) : null,
      note(LEVELS.find(([id]) => id === one.level)[2], ' ',
        one.since ? `Since ${time(one.since)}, by ${one.changedBy}.` : 'Since the beginning, by configuration.'),
      h('dl', {class: 'automation-figures'}, [
        ['Looked at', evidence.lookedAt],
        ['Wrong', evidence.wrong],
        ['Share of errors', evidence.lookedAt ? percent(evidence.errorRate) : 'not known'],
        ['At most (95 % sure)', evidence.lookedAt ? percent(evidence.upperBound) : 'not known'],
        ['Came back', evidence.cameBack],
        ['Finished alone', one.finishedAlone]
      ].map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value)))),
      next ? note(`${level(next.level)} asks for ${next.outcomes} outcomes and at most ${percent(next.errorBound)} errors. `,
        next.earned ? 'That is shown.' : `${next.missing} more without an error would show it.`) : null,
      this.levelForm(one));
  }

  levelForm(one) {
    const others = LEVELS.filter(([id]) => id !== one.level);
    const to = select(others, one.next ? one.next.level : others[others.length - 1][0], () => show());
    const reason = reasonField();
    const override = h('input', {type: 'checkbox'});
    const beyond = h('label', {class: 'automation-override'}, override,
      'Go beyond the evidence; the history will say so');
    const at = id => LEVELS.findIndex(([one2]) => one2 === id);
    const show = () => {
      const steps = at(to.value) - at(one.level);
      beyond.hidden = steps < 0 || (steps === 1 && one.next.earned);
      override.checked = override.checked && !beyond.hidden;
    };
    show();
    return h('form', {class: 'automation-form', onsubmit: async event => {
      event.preventDefault();
      const changed = await this.doing(() => this.call(`/${one.workType}`,
        {level: to.value, reason: reason.value, override: override.checked}),
      `${words(one.workType)} stands at ${level(to.value).toLowerCase()} now.`);
      if (changed) {
        const card = this.levelCard(changed);
        event.target.closest('article').replaceWith(card);
        card.querySelector('select').focus();
        await this.loadHistory();
      }
    }},
    field('Other level', to), field('Reason', reason),
    h('button', {type: 'submit', class: 'btn btn-default', 'aria-label': `Change ${words(one.workType)}`}, 'Change'), beyond);
  }

  // ---------------------------------------------------------------- kill switches

  switchList({agency, items}) {
    const list = items.length
      ? table(null, [
        ['Switch', one => `${SCOPES[one.scope]} ${one.scope === 'WORK_TYPE' ? words(one.key) : one.key}`],
        ['', one => one.on ? chip('Automation is off', 'stopped') : chip('Automation may run')],
        ['Reason', one => one.reason],
        ['By', one => `${one.changedBy}, ${time(one.changedAt)}`],
        ['', one => one.on ? h('button', {type: 'button', class: 'btn btn-default btn-sm',
          'aria-label': `Let automation run again for ${one.key}`, onclick: () => this.prepare(one)}, 'Set back…') : '']
      ], items)
      : empty('No switch was ever thrown.');
    this.scope = select([['WORK_TYPE', 'Work type'], ['CARRIER', 'Carrier'], ['AGENCY', 'Whole agency']], 'WORK_TYPE',
      () => {
        this.key.value = this.scope.value === 'AGENCY' ? agency : '';
        this.key.readOnly = this.scope.value === 'AGENCY';
      });
    this.key = h('input', {class: 'form-control', maxlength: 120, required: true,
      placeholder: 'CERT_LIABILITY, or the carrier as policies name it'});
    this.reason = reasonField();
    this.on = true;
    this.submit = h('button', {type: 'submit', class: 'btn btn-danger'}, 'Stop automation');
    return [list, h('form', {class: 'automation-form automation-switch-form', onsubmit: event => this.throwSwitch(event)},
      field('What', this.scope), field('Which', this.key), field('Reason', this.reason), this.submit)];
  }

  prepare(one) {
    this.on = false;
    this.scope.value = one.scope;
    this.key.value = one.key;
    this.key.readOnly = true;
    this.submit.textContent = 'Let it run again';
    this.submit.className = 'btn btn-primary';
    this.reason.focus();
  }

  async throwSwitch(event) {
    event.preventDefault();
    const done = this.on ? 'Automation stops now; what is under way goes to a person.' : 'Automation may run again.';
    const path = `/kill-switches/${this.scope.value}/${encodeURIComponent(this.key.value.trim())}`;
    if (await this.doing(() => this.call(path, {on: this.on, reason: this.reason.value}), done)) {
      await this.load();
    }
  }

  // ---------------------------------------------------------------- history

  changes(page) {
    if (!page.items.length) {
      return [empty('Nothing was changed yet.')];
    }
    const value = (row, id) => row.subject === 'LEVEL' ? level(id) : id === 'ON' ? 'stopped' : 'running';
    return [table(null, [
      ['When', row => time(row.changedAt)],
      ['What', row => `${SCOPES[row.subject]} ${row.subject === 'CARRIER' || row.subject === 'AGENCY' ? row.key : words(row.key)}`],
      ['Change', row => [`${value(row, row.from)} → ${value(row, row.to)} `,
        row.automatic ? chip('by itself', 'fell') : null, row.overridden ? chip('beyond the evidence', 'beyond') : null]],
      ['Reason', row => row.reason],
      ['By', row => row.changedBy],
      ['Evidence then', row => row.evidence ? `${row.evidence.wrong} of ${row.evidence.lookedAt} wrong, at most `
        + percent(row.evidence.upperBound) : '']
    ], page.items), pager(page, to => {
      this.historyPage = to;
      this.loadHistory();
    }, ['Newer', 'Older'])];
  }
}

export default register('automation', 'Automation', 108, AutomationPage);
