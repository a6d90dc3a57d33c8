/* The page "Work" in Cockpit: open tasks, claimed and moved many at a time, and the work of people who are away. */

import {h, kit, plural, time} from '../../../kit/static/app/kit.js';
import {Page, register} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 50;
const POLL = 1500;
const COLUMNS = ['', 'Task', 'Request', 'Client', 'Queue', 'Person', 'Due', 'Why there'];

const {button, empty, field, note, of, pager, select, table} = kit('work');

const due = iso => time(iso, {month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'});

class WorkPage extends Page {
  constructor(name, node, api) {
    super(name, node, api);
    this.filter = {queue: '', assignee: '', state: '', page: 0};
    this.chosen = new Set();
    this.filters = h('form', {class: 'work-filters', onsubmit: event => event.preventDefault()});
    this.actions = h('div', {class: 'work-actions'});
    this.list = h('div', {class: 'work-list'});
    this.away = h('section', {class: of('card'), 'aria-label': 'Work of somebody who is away'});
    this.open('Work', 'Every open task. Choose some to claim them, to give them to a person, or to put them back in their '
      + 'queues; a person without the license that a task needs cannot get it.',
    this.message, h('section', {class: of('card')}, this.filters, this.actions, this.list), this.away);
    this.begin();
  }

  async begin() {
    await this.doing(async () => {
      const staff = await this.call('staff?size=200');
      this.people = (staff.items || staff).filter(person => person.active !== false && !person.partner);
      this.drawFilters();
      this.drawAway();
      await this.load();
      const runs = await this.call('rebalances?size=1');
      if (runs.items.length && !runs.items[0].endedAt) {
        this.follow(runs.items[0].id);
      }
    });
  }

  nameOf(userId) {
    const known = this.people.find(person => person.userId === userId);
    return known ? known.name : userId;
  }

  person(label, none, onchange) {
    return select([['', none], ...this.people.map(person => [person.userId, person.name])], '',
      {'aria-label': label, onchange});
  }

  drawFilters() {
    const change = name => event => {
      this.filter[name] = event.target.value;
      this.filter.page = 0;
      this.chosen.clear();
      this.doing(() => this.load());
    };
    const queues = [...new Set(this.people.flatMap(person => person.queues))].sort();
    this.filters.replaceChildren(
      field('Queue', select([['', 'All queues'], ...queues.map(queue => [queue, queue])], '', change('queue'))),
      field('Person', this.person('Person', 'Anybody', change('assignee'))),
      field('State', select([['', 'All open'], ['unassigned', 'Waiting to be claimed'], ['overdue', 'Past their due time']],
        '', change('state'))));
  }

  async load() {
    const query = new URLSearchParams({page: this.filter.page, size: PAGE_SIZE});
    if (this.filter.queue) query.set('queue', this.filter.queue);
    if (this.filter.assignee) query.set('assignee', this.filter.assignee);
    if (this.filter.state) query.set(this.filter.state, 'true');
    this.tasks = await this.call(`tasks?${query}`);
    this.draw();
  }

  draw() {
    const {items, total} = this.tasks;
    const to = this.person('Give to', 'Back to the queue');
    const reason = h('input', {class: 'form-control', type: 'text', maxlength: 200, 'aria-label': 'Why',
      placeholder: 'Why, for colleagues to read'});
    this.actions.replaceChildren(h('span', {class: 'work-count'}, this.chosen.size
      ? `${plural(this.chosen.size, 'task')} chosen` : `${plural(total, 'open task')}`),
    button('Claim', () => this.act('tasks/claim', {})), to, reason,
    button('Move', () => reason.value.trim()
      ? this.act('tasks/reassign', {userId: to.value || null, reason: reason.value.trim()})
      : (this.say('Say why the tasks move.', 'bad'), reason.focus()), 'primary'));
    if (!items.length) {
      this.list.replaceChildren(empty('No open task matches.'));
      return;
    }
    const all = h('input', {type: 'checkbox', 'aria-label': 'Choose all on this page',
      checked: items.every(task => this.chosen.has(task.id)), onchange: event => {
        items.forEach(task => event.target.checked ? this.chosen.add(task.id) : this.chosen.delete(task.id));
        this.draw();
      }});
    this.list.replaceChildren(
      table(null, COLUMNS.map((title, index) => index ? title : all), items.map(task => this.row(task))),
      pager(this.tasks, to => {
        this.filter.page = to;
        this.doing(() => this.load());
      }, ['Earlier', 'Later']));
  }

  row(task) {
    const late = task.dueAt && new Date(task.dueAt) < new Date();
    return h('tr', {}, h('td', {}, h('input', {type: 'checkbox', checked: this.chosen.has(task.id),
      'aria-label': `Choose ${task.name} of ${task.requestNumber || 'no request'}`, onchange: event => {
        event.target.checked ? this.chosen.add(task.id) : this.chosen.delete(task.id);
        this.draw();
      }})),
    h('td', {}, h('a', {href: task.link, target: '_blank', rel: 'noopener'}, task.name)),
    h('td', {}, task.requestNumber), h('td', {}, task.clientName), h('td', {}, task.queue), h('td', {}, this.nameOf(task.assignee)),
    h('td', {class: late ? 'late' : null}, due(task.dueAt)), h('td', {class: 'work-why'}, task.suggestion));
  }

  async act(path, body) {
    if (!this.chosen.size) {
      this.say('Choose tasks first.', 'bad');
      return;
    }
    await this.doing(async () => {
      const results = await this.call(path, {body: {...body, taskIds: [...this.chosen]}});
      const refused = results.filter(result => !result.done);
      this.chosen = new Set(refused.map(result => result.taskId));
      await this.load();
      this.say(`${plural(results.length - refused.length, 'task')} done.`
        + (refused.length ? ` ${plural(refused.length, 'task')} not: ${[...new Set(refused.map(one => one.reason))].join(' ')}`
          : ''), refused.length ? 'bad' : 'good');
    });
  }

  drawAway() {
    const who = this.person('Who is away', 'Choose a person');
    const reason = h('input', {class: 'form-control', type: 'text', maxlength: 200, placeholder: 'Out sick, vacation, …'});
    this.progress = h('div', {class: 'work-progress', 'aria-live': 'polite'});
    this.away.replaceChildren(h('h2', {}, 'Somebody is away'),
      note('Moves everything that a person has claimed or been given to colleagues who may do it and '
        + 'have room; what nobody present may take goes back to its queue.'),
      h('div', {class: 'work-filters'}, field('Person', who), field('Reason', reason),
        button('Move all work', () => this.doing(async () => {
          if (!who.value || !reason.value.trim()) {
            throw new Error('Choose a person and say why.');
          }
          const run = await this.call('rebalances',
            {body: {userId: who.value, reason: reason.value.trim()}});
          this.follow(run.id);
        }), 'primary')), this.progress);
  }

  async follow(id) {
    const {run, moves} = await this.call(`rebalances/${id}?size=200`);
    const done = run.moved + run.queued + run.gone;
    this.progress.replaceChildren(
      h('progress', {max: Math.max(1, run.total), value: run.endedAt ? Math.max(1, run.total) : done,
        'aria-label': 'Tasks moved'}),
      h('p', {}, `${this.nameOf(run.userId)}, ${run.reason}: ${done} of ${run.total} looked at; ${run.moved} to colleagues, ${run.queued} `
        + `back to queues, ${run.gone} already done.${run.endedAt ? ' Finished.' : ''}`),
      moves.items.length ? table(null, ['Request', 'Task', 'To', 'Why'],
        moves.items.filter(move => move.outcome).map(move => h('tr', {}, h('td', {}, move.requestNumber),
          h('td', {}, move.taskName), h('td', {}, this.nameOf(move.movedTo) || 'queue'), h('td', {class: 'work-why'}, move.reason))))
        : '');
    if (run.endedAt) {
      await this.load();
    } else {
      setTimeout(() => this.follow(id).catch(error => this.tell(error)), POLL);
    }
  }
}

export default register('work', 'Work', 108, WorkPage);
