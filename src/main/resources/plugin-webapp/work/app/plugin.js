/* The page "Work" in Cockpit: open tasks, claimed and moved many at a time, and the work of people who are away. */

const PAGE_SIZE = 50;
const POLL = 1500;
const COLUMNS = ['', 'Task', 'Request', 'Client', 'Queue', 'Person', 'Due', 'Why there'];

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked') {
      element[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false)
    .map(child => child instanceof Node ? child : document.createTextNode(String(child))));
  return element;
}

const time = iso => iso
  ? new Date(iso).toLocaleString('en-US', {month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'}) : '';
const button = (text, onclick, kind) =>
  h('button', {type: 'button', class: `btn btn-${kind || 'default'} btn-sm`, onclick}, text);
const field = (label, control) => h('label', {class: 'work-field'}, h('span', {}, label), control);
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

class WorkPage {
  constructor(node, api) {
    this.api = api;
    this.filter = {queue: '', assignee: '', state: '', page: 0};
    this.chosen = new Set();
    this.message = h('div', {class: 'work-message', role: 'status', 'aria-live': 'polite'});
    this.filters = h('form', {class: 'work-filters', onsubmit: event => event.preventDefault()});
    this.actions = h('div', {class: 'work-actions'});
    this.list = h('div', {class: 'work-list'});
    this.away = h('section', {class: 'work-card', 'aria-label': 'Work of somebody who is away'});
    node.append(h('main', {class: 'work-page'}, h('header', {}, h('h1', {}, 'Work'),
      h('p', {class: 'work-note'}, 'Every open task. Choose some to claim them, to give them to a person, or to put them '
        + 'back in their queues; a person without the license that a task needs cannot get it.')),
    this.message, h('section', {class: 'work-card'}, this.filters, this.actions, this.list), this.away));
    this.begin();
  }

  async call(path, body) {
    const root = document.querySelector('base').getAttribute('app-root').replace(/\/operaton$/, '');
    const cookie = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie);
    const answer = await fetch(`${root}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      headers: {Accept: 'application/json', 'Content-Type': 'application/json',
        'X-XSRF-TOKEN': cookie ? decodeURIComponent(cookie[1]) : this.api.CSRFToken},
      body: body ? JSON.stringify(body) : undefined
    });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Error(answer.status === 401 ? 'Your login has ended. Log in to Cockpit again.'
        : problem.detail || `The application answered ${answer.status}. Try again; if it stays so, tell your administrator.`);
    }
    return answer.json();
  }

  say(text, kind) {
    this.message.className = `work-message ${kind}`;
    this.message.replaceChildren(text);
  }

  async doing(work) {
    try {
      return await work();
    } catch (problem) {
      this.say(problem.message, 'bad');
      return null;
    }
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

  person(label, none, onchange) {
    return h('select', {class: 'form-control', 'aria-label': label, onchange}, h('option', {value: ''}, none),
      this.people.map(person => h('option', {value: person.userId}, person.name)));
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
      field('Queue', h('select', {class: 'form-control', onchange: change('queue')}, h('option', {value: ''}, 'All queues'),
        queues.map(queue => h('option', {value: queue}, queue)))),
      field('Person', this.person('Person', 'Anybody', change('assignee'))),
      field('State', h('select', {class: 'form-control', onchange: change('state')},
        [['', 'All open'], ['unassigned', 'Waiting to be claimed'], ['overdue', 'Past their due time']]
          .map(([id, text]) => h('option', {value: id}, text)))));
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
    const {items, total, page} = this.tasks;
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
      this.list.replaceChildren(h('p', {class: 'work-empty'}, 'No open task matches.'));
      return;
    }
    const all = h('input', {type: 'checkbox', 'aria-label': 'Choose all on this page',
      checked: items.every(task => this.chosen.has(task.id)), onchange: event => {
        items.forEach(task => event.target.checked ? this.chosen.add(task.id) : this.chosen.delete(task.id));
        this.draw();
      }});
    this.list.replaceChildren(h('div', {class: 'work-scroll'}, h('table', {class: 'work-table'},
      h('thead', {}, h('tr', {}, COLUMNS.map((title, index) => h('th', {scope: 'col'}, index ? title : all)))),
      h('tbody', {}, items.map(task => this.row(task))))),
    h('nav', {class: 'work-pager', 'aria-label': 'Pages'},
      page > 0 ? button('Earlier', () => this.turn(-1)) : null,
      h('span', {}, `${page * PAGE_SIZE + 1}–${page * PAGE_SIZE + items.length} of ${total}`),
      (page + 1) * PAGE_SIZE < total ? button('Later', () => this.turn(1)) : null));
  }

  row(task) {
    const late = task.dueAt && new Date(task.dueAt) < new Date();
    return h('tr', {}, h('td', {}, h('input', {type: 'checkbox', checked: this.chosen.has(task.id),
      'aria-label': `Choose ${task.name} of ${task.requestNumber || 'no request'}`, onchange: event => {
        event.target.checked ? this.chosen.add(task.id) : this.chosen.delete(task.id);
        this.draw();
      }})),
    h('td', {}, h('a', {href: task.link, target: '_blank', rel: 'noopener'}, task.name)),
    h('td', {}, task.requestNumber), h('td', {}, task.clientName), h('td', {}, task.queue), h('td', {}, task.assignee),
    h('td', {class: late ? 'late' : null}, time(task.dueAt)), h('td', {class: 'work-why'}, task.suggestion));
  }

  turn(step) {
    this.filter.page += step;
    this.doing(() => this.load());
  }

  async act(path, body) {
    if (!this.chosen.size) {
      this.say('Choose tasks first.', 'bad');
      return;
    }
    await this.doing(async () => {
      const results = await this.call(path, {...body, taskIds: [...this.chosen]});
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
      h('p', {class: 'work-note'}, 'Moves everything that a person has claimed or been given to colleagues who may do it and '
        + 'have room; what nobody present may take goes back to its queue.'),
      h('div', {class: 'work-filters'}, field('Person', who), field('Reason', reason),
        button('Move all work', () => this.doing(async () => {
          if (!who.value || !reason.value.trim()) {
            throw new Error('Choose a person and say why.');
          }
          const run = await this.call('rebalances', {userId: who.value, reason: reason.value.trim()});
          this.follow(run.id);
        }), 'primary')), this.progress);
  }

  async follow(id) {
    const {run, moves} = await this.call(`rebalances/${id}?size=200`);
    const done = run.moved + run.queued + run.gone;
    this.progress.replaceChildren(
      h('progress', {max: Math.max(1, run.total), value: run.endedAt ? Math.max(1, run.total) : done,
        'aria-label': 'Tasks moved'}),
      h('p', {}, `${run.userId}, ${run.reason}: ${done} of ${run.total} looked at; ${run.moved} to colleagues, ${run.queued} `
        + `back to queues, ${run.gone} already done.${run.endedAt ? ' Finished.' : ''}`),
      moves.items.length ? h('div', {class: 'work-scroll'}, h('table', {class: 'work-table'},
        h('thead', {}, h('tr', {}, ['Request', 'Task', 'To', 'Why'].map(title => h('th', {scope: 'col'}, title)))),
        h('tbody', {}, moves.items.filter(move => move.outcome).map(move => h('tr', {}, h('td', {}, move.requestNumber),
          h('td', {}, move.taskName), h('td', {}, move.movedTo || 'queue'), h('td', {class: 'work-why'}, move.reason))))))
        : null);
    if (run.endedAt) {
      await this.load();
    } else {
      setTimeout(() => this.doing(() => this.follow(id)), POLL);
    }
  }
}

/** Cockpit asks this before it shows the entry. */
const access = ['$http', $http => callback => {
  const base = document.querySelector('base').getAttribute('cockpit-api');
  const engine = window.location.href.replace(/.*cockpit\/([^/]*).*/, '$1');
  $http.get(`${base}plugin/work/${engine}/access`)
    .then(answer => callback(null, answer.data.mayUse), () => callback(null, false));
}];

export default [
  {
    id: 'work-entry',
    pluginPoint: 'cockpit.navigation',
    priority: 108,
    access,
    checkActive: path => path.includes('#/work'),
    render: node => {
      node.append(h('a', {href: '#/work'}, 'Work'));
    }
  },
  {
    id: 'work-page',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: {path: '/work'},
    render: (node, {api}) => {
      new WorkPage(node, api);
    }
  }
];
