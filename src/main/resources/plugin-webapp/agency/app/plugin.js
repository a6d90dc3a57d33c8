/* The page "Agency" in Cockpit. Text from data only ever becomes text nodes; charts are inline SVG without a library. */

import {fill, h, kit, words as plainWords} from '../../../kit/static/app/kit.js';
import {Page, register, request} from '../../../kit/static/app/page.js';

const SVG = 'http://www.w3.org/2000/svg';
const PALETTE = ['#1b7f6b', '#2f6fb2', '#b5651d', '#7a4fa3', '#b23a5e', '#5f7d1f', '#4a6572', '#a07d00'];
const GREY = '#8a8f98';
const ROUTE_COLORS = {AUTOMATION: '#1b7f6b', LICENSED_STAFF: '#2f6fb2', EXTERNAL_PARTNER: '#b5651d', '': GREY};
const AGES = [
  ['days0to1', '0–1 days', '#1b7f6b'],
  ['days2to3', '2–3 days', '#5f9e3f'],
  ['days4to7', '4–7 days', '#c98a00'],
  ['days8plus', '8 days or more', '#b23a3a']
];
const OUTCOMES = [
  ['done', 'Done', '#1b7f6b'],
  ['notWork', 'Not work', '#4a6572'],
  ['declined', 'Declined', '#b23a3a'],
  ['withdrawn', 'Withdrawn', '#c98a00'],
  ['duplicate', 'Duplicate', '#7a4fa3'],
  ['other', 'Ended otherwise', GREY]
];
const GROUPS = [['route', 'route'], ['workType', 'work type'], ['queue', 'queue'], ['channel', 'channel']];
const MOST_TYPES = 12;

const {empty, of, table: tableOf} = kit('agency');

const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, ...children);

/** Ids are what the tables hold, words are what a manager reads. */
const words = id => id ? plainWords(id) : 'Not decided yet';

function duration(minutes) {
  if (minutes === null || minutes === undefined) {
    return '–';
  }
  if (minutes < 1) {
    return `${Math.round(minutes * 60)} s`;
  }
  if (minutes < 90) {
    return `${minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes)} min`;
  }
  const hours = minutes / 60;
  return hours < 48 ? `${Math.round(hours * 10) / 10} h` : `${Math.round(hours / 2.4) / 10} days`;
}

const percent = share => share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;
const sum = (rows, column) => rows.reduce((total, row) => total + row[column], 0);

function shortDay(day) {
  const [, month, date] = day.split('-').map(Number);
  return `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]} ${date}`;
}

function daysBetween(from, to) {
  const days = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86400000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** A round upper end of an axis, so that its four lines are whole figures. */
function axisEnd(highest) {
  for (let unit = 1; ; unit *= 10) {
    for (const step of [1, 2, 5]) {
      if (step * unit * 4 >= highest) {
        return step * unit * 4;
      }
    }
  }
}

/** The first cell of a row is its head. */
const table = (caption, columns, rows) => tableOf(caption, columns.map(column => [column.title, null, column.number]),
  rows.map(row => h('tr', {}, columns.map((column, index) => index === 0 ? h('th', {scope: 'row'}, column.value(row))
    : h('td', {class: column.number ? 'number' : null}, column.value(row))))));

const figures = (caption, columns, rows) => h('details', {class: 'agency-figures'},
  h('summary', {}, 'Show the figures as a table'), table(caption, columns, rows));

const legend = entries => h('ul', {class: 'agency-legend'}, entries.map(([label, color]) =>
  h('li', {}, h('span', {class: 'agency-swatch', style: `background:${color}`, 'aria-hidden': 'true'}), label)));

function volumeChart(report, group) {
  if (report.rows.length === 0) {
    return [empty('Nothing was opened in this period. Choose a longer one.')];
  }
  const totals = new Map();
  report.rows.forEach(row => totals.set(row[group], (totals.get(row[group]) || 0) + row.opened));
  const keys = [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a));
  const shown = keys.slice(0, PALETTE.length);
  const color = key => group === 'route' && ROUTE_COLORS[key]
    || (key === '' || !shown.includes(key) ? GREY : PALETTE[shown.indexOf(key)]);
  const days = daysBetween(report.from, report.to);
  const byDay = new Map(days.map(day => [day, []]));
  report.rows.forEach(row => byDay.get(row.day).push(row));
  const end = axisEnd(Math.max(...days.map(day => sum(byDay.get(day), 'opened'))));
  const [width, height, left, bottom] = [900, 240, 40, 26];
  const step = (width - left) / days.length;
  const y = value => (height - bottom) - value / end * (height - bottom - 10);
  const every = Math.ceil(days.length / 10);
  const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label':
    `Requests opened a day from ${report.from} to ${report.to}, ${sum(report.rows, 'opened')} in all`});
  [0, 1, 2, 3, 4].map(line => line * end / 4).forEach(value => svg.append(
    s('line', {x1: left, x2: width, y1: y(value), y2: y(value), class: 'grid'}),
    s('text', {x: left - 8, y: y(value) + 4, 'text-anchor': 'end'}, value)));
  days.forEach((day, index) => {
    let base = 0;
    const x = left + index * step + step * 0.12;
    keys.forEach(key => {
      const count = sum(byDay.get(day).filter(row => row[group] === key), 'opened');
      if (count > 0) {
        svg.append(s('rect', {x, width: step * 0.76, y: y(base + count), height: y(base) - y(base + count),
          fill: color(key)}, s('title', {}, `${shortDay(day)}: ${count} ${words(key)}`)));
        base += count;
      }
    });
    if (index % every === 0) {
      svg.append(s('text', {x: x + step * 0.38, y: height - 8, 'text-anchor': 'middle'}, shortDay(day)));
    }
  });
  const entries = shown.map(key => [`${words(key)} (${totals.get(key)})`, color(key)]);
  if (keys.length > shown.length) {
    entries.push([`${keys.length - shown.length} others`, GREY]);
  }
  return [legend(entries), svg, figures('Requests opened', [
    {title: 'Day', value: row => row.day},
    {title: 'Group', value: row => words(row[group])},
    {title: 'Opened', value: row => row.opened, number: true}
  ], report.rows)];
}

function cycleChart(report) {
  if (report.rows.length === 0) {
    return [empty('Nothing was closed in this period, so there is no cycle time yet.')];
  }
  const rows = [...report.rows].sort((a, b) => b.closed - a.closed);
  const shown = rows.slice(0, MOST_TYPES);
  const longest = Math.max(...shown.map(row => row.p90Minutes), 0.01);
  const [width, left, line] = [900, 210, 40];
  const length = minutes => Math.max(2, minutes / longest * (width - left - 110));
  const svg = s('svg', {viewBox: `0 0 ${width} ${shown.length * line}`, role: 'img',
    'aria-label': 'Cycle time of closed requests by work type, median and 90th percentile'});
  shown.forEach((row, index) => {
    const top = index * line;
    [['p50Minutes', '#1b7f6b', 'half of them within'], ['p90Minutes', '#9fc9bf', 'nine in ten within']]
      .forEach(([column, color, text], bar) => svg.append(
        s('rect', {x: left, y: top + 5 + bar * 15, width: length(row[column]), height: 13, rx: 2, fill: color},
          s('title', {}, `${words(row.workType)}: ${text} ${duration(row[column])}`)),
        s('text', {x: left + length(row[column]) + 6, y: top + 16 + bar * 15}, duration(row[column]))));
    svg.append(s('text', {x: left - 10, y: top + 24, 'text-anchor': 'end'},
      `${words(row.workType)} (${row.closed})`));
  });
  return [legend([['Median (p50)', '#1b7f6b'], ['90th percentile (p90)', '#9fc9bf']]), svg,
    rows.length > shown.length ? h('p', {class: of('note')},
      `The ${MOST_TYPES} most frequent of ${rows.length} work types; the table has all.`) : null,
    figures('Cycle time of closed requests', [
      {title: 'Work type', value: row => words(row.workType)},
      {title: 'Closed', value: row => row.closed, number: true},
      {title: 'Mean', value: row => duration(row.meanMinutes), number: true},
      {title: 'p50', value: row => duration(row.p50Minutes), number: true},
      {title: 'p90', value: row => duration(row.p90Minutes), number: true},
      {title: 'p95', value: row => duration(row.p95Minutes), number: true}
    ], rows)];
}

function completionChart(report) {
  const total = column => sum(report.rows, column);
  const closed = total('closed');
  if (closed === 0) {
    return [empty(`${total('opened')} opened and none closed in this period.`)];
  }
  const svg = s('svg', {viewBox: '0 0 220 220', class: 'agency-donut', role: 'img', 'aria-label':
    `How ${closed} closed requests ended: ${OUTCOMES.map(([column, label]) => `${label} ${total(column)}`).join(', ')}`});
  const around = 2 * Math.PI * 80;
  let offset = 0;
  OUTCOMES.filter(([column]) => total(column) > 0).forEach(([column, label, color]) => {
    const part = total(column) / closed * around;
    svg.append(s('circle', {cx: 110, cy: 110, r: 80, fill: 'none', stroke: color, 'stroke-width': 34,
      'stroke-dasharray': `${part} ${around - part}`, 'stroke-dashoffset': -offset,
      transform: 'rotate(-90 110 110)'}, s('title', {}, `${label}: ${total(column)}`)));
    offset += part;
  });
  svg.append(s('text', {x: 110, y: 112, 'text-anchor': 'middle', class: 'big'}, closed),
    s('text', {x: 110, y: 132, 'text-anchor': 'middle'}, 'closed'));
  return [h('div', {class: 'agency-side'}, svg, h('div', {},
    legend(OUTCOMES.filter(([column]) => total(column) > 0)
      .map(([column, label, color]) => [`${label} (${total(column)})`, color])),
    h('p', {class: of('note')}, `${total('opened')} opened in the period. `
      + `${total('straightThrough')} of ${closed} closed without a person touching them.`))),
  figures('How requests ended', [
    {title: 'Work type', value: row => words(row.workType)},
    {title: 'Route', value: row => words(row.route)},
    ...['opened', 'closed'].map(column => ({title: words(column), value: row => row[column], number: true})),
    ...OUTCOMES.map(([column, label]) => ({title: label, value: row => row[column], number: true})),
    {title: 'Straight through', value: row => percent(row.straightThroughShare), number: true}
  ], report.rows)];
}

function slaTable(report) {
  if (report.rows.length === 0) {
    return [empty('Nothing was closed in this period and nothing is open.')];
  }
  const late = count => count ? h('strong', {class: 'agency-late'}, count) : '·';
  const rows = [...report.rows].sort((a, b) => b.breachedNow - a.breachedNow || b.atRiskNow - a.atRiskNow
    || b.closed - a.closed);
  const closed = sum(rows, 'closed');
  const whole = closed === 0 ? null : sum(rows, 'withinDue') / closed;
  return [h('p', {class: of('note')}, `${percent(whole)} of ${closed} closed in time. Open now: `
    + `${sum(rows, 'breachedNow')} past due, ${sum(rows, 'atRiskNow')} at risk, ${sum(rows, 'pausedNow')} waiting for `
    + 'somebody else with the clock standing still.'),
  table('Due times by work type, the latest first', [
    {title: 'Work type', value: row => words(row.workType)},
    {title: 'Closed', value: row => row.closed, number: true},
    {title: 'In time', value: row => percent(row.attainment), number: true},
    {title: 'Past due now', value: row => late(row.breachedNow), number: true},
    {title: 'At risk now', value: row => row.atRiskNow || '·', number: true},
    {title: 'Clock stands still', value: row => row.pausedNow || '·', number: true}
  ], rows)];
}

const moment = text => text ? text.slice(0, 16).replace('T', ' ') : '–';

function unconfirmedTable(report) {
  if (report.rows.length === 0) {
    return [empty('Every change that a carrier has is confirmed.')];
  }
  const old = age => age > 5 ? h('strong', {class: 'agency-late'}, age) : age;
  return [h('p', {class: of('note')}, `${report.rows.length} submitted and not confirmed. None of them is coverage.`),
    table('Unconfirmed changes, the oldest first', [
      {title: 'Request', value: row => row.request},
      {title: 'Client', value: row => row.client || '–'},
      {title: 'Carrier', value: row => row.carrier},
      {title: 'Change', value: row => words(row.operation)},
      {title: 'Submitted', value: row => moment(row.submittedAt)},
      {title: 'Business days', value: row => old(row.ageBusinessDays), number: true},
      {title: 'Last asked', value: row => moment(row.lastChaseAt)},
      {title: 'Hard date', value: row => row.hardDate || '–'}
    ], report.rows)];
}

function capacityTable(report) {
  const hours = minutes => `${Math.round(minutes / 6) / 10} h`;
  const rows = report.rows.filter(row => row.people > 0 || row.openTasks > 0);
  if (rows.length === 0) {
    return [empty('Nobody works from a queue yet. Give people their queues on the page People.')];
  }
  const free = share => share === null ? '–' : share < 0.1 ? h('strong', {class: 'agency-late'}, percent(share))
    : percent(share);
  return [h('p', {class: of('note')}, `Business days from ${rows[0].day1} to ${rows[0].day5}. A person's free share is `
    + 'the same in each of the queues, as the day is shared; a line without a person waits for anybody.'),
  table('Open work against the next five business days', [
    {title: 'Queue', value: row => words(row.queue)},
    {title: 'Person', value: row => row.personName || 'nobody yet'},
    {title: 'Open', value: row => row.openTasks, number: true},
    {title: 'Work', value: row => hours(row.openMinutes), number: true},
    {title: 'Due in 1 day', value: row => row.dueWithin1Day || '·', number: true},
    {title: 'in 3', value: row => row.dueWithin3Days || '·', number: true},
    {title: 'in 5', value: row => row.dueWithin5Days || '·', number: true},
    {title: 'Days absent', value: row => row.absentDays || '·', number: true},
    {title: 'Time there is', value: row => hours(row.availableMinutes), number: true},
    {title: 'Free', value: row => free(row.freeShare), number: true}
  ], rows)];
}

function costTable(report) {
  if (report.rows.length === 0) {
    return [empty('Nothing was closed in this period, so nothing has been paid for.')];
  }
  const money = (row, amount) => amount === null ? '–' : `${amount} ${row.currency}`;
  const priced = report.rows.some(row => row.cost !== null);
  return [priced ? null : h('p', {class: of('note')}, 'No hourly rates are set up, so only minutes are known. An '
    + 'administrator sets throughline.reporting.cost.hourly-rates for each role.'),
  table('What closed requests took', [
    {title: 'Work type', value: row => words(row.workType)},
    {title: 'Closed', value: row => row.closed, number: true},
    {title: 'Written without keying', value: row => row.automationTouches, number: true},
    {title: 'Our tasks', value: row => row.staffTouches, number: true},
    {title: 'Partners\' work', value: row => row.partnerTouches, number: true},
    {title: 'Our minutes', value: row => Math.round(row.staffMinutes), number: true},
    {title: 'Time a request', value: row => duration(row.meanStaffMinutes), number: true},
    {title: 'Partners\' fees', value: row => money(row, row.partnerFees), number: true},
    {title: 'Cost', value: row => money(row, row.cost), number: true},
    {title: 'Cost a request', value: row => money(row, row.costPerRequest), number: true}
  ], [...report.rows].sort((a, b) => b.closed - a.closed))];
}

function tasklistAddress(queue, engine) {
  const query = JSON.stringify([{type: 'candidateGroup', operator: 'eq', value: queue, name: ''}]);
  const root = document.querySelector('base').getAttribute('app-root');
  return `${root}/app/tasklist/${engine}/#/?searchQuery=${encodeURIComponent(query)}`;
}

function backlogChart(report, engine) {
  if (report.rows.length === 0) {
    return [empty('Nothing is open. Every request is closed.')];
  }
  const total = sum(report.rows, 'open');
  const bar = h('div', {class: 'agency-ages', role: 'img', 'aria-label':
    `Open requests by age: ${AGES.map(([column, label]) => `${label} ${sum(report.rows, column)}`).join(', ')}`},
  AGES.filter(([column]) => sum(report.rows, column) > 0).map(([column, label, color]) =>
    h('span', {style: `background:${color};flex-grow:${sum(report.rows, column) / total}`,
      title: `${label}: ${sum(report.rows, column)}`}, sum(report.rows, column))));
  const rows = [...report.rows].sort((a, b) => b.oldestDays - a.oldestDays || b.open - a.open);
  return [legend(AGES.map(([column, label, color]) => [`${label} (${sum(report.rows, column)})`, color])), bar,
    table('Open requests by queue and work type, the oldest first', [
      {title: 'Queue', value: row => row.queue
        ? h('a', {href: tasklistAddress(row.queue, engine), title: 'Open the tasks of this queue in Tasklist'},
          words(row.queue))
        : 'No queue (automation)'},
      {title: 'Work type', value: row => words(row.workType)},
      {title: 'Open', value: row => row.open, number: true},
      ...AGES.map(([column, label]) => ({title: label, value: row => row[column] || '·', number: true})),
      {title: 'Overdue', number: true, value: row => row.overdue
        ? h('strong', {class: 'agency-late'}, row.overdue) : '·'},
      {title: 'Past hard date', number: true, value: row => row.pastHardDate
        ? h('strong', {class: 'agency-late'}, row.pastHardDate) : '·'},
      {title: 'Oldest since', value: row => row.oldestOpenedAt.slice(0, 16).replace('T', ' ')}
    ], rows)];
}

class AgencyPage extends Page {
  constructor(name, node, api) {
    super(name, node, api);
    this.days = 30;
    this.group = 'route';
    this.body = h('div', {class: 'agency-body', 'aria-live': 'polite'});
    this.subtitle = h('p', {class: 'agency-subtitle'});
    this.periods = [7, 30, 90].map(days => h('button', {type: 'button', class: 'btn btn-default',
      onclick: () => this.show(days, this.group)}, `${days} days`));
    node.append(h('main', {class: of('page')},
      h('header', {class: 'agency-header'},
        h('div', {}, h('h1', {}, 'Agency'), this.subtitle),
        h('div', {class: 'agency-tools'},
          h('div', {class: 'btn-group', role: 'group', 'aria-label': 'Period'}, this.periods),
          h('label', {}, 'Volume by ', h('select', {class: 'form-control',
            onchange: event => this.show(this.days, event.target.value)},
          GROUPS.map(([id, label]) => h('option', {value: id}, label)))),
          h('button', {type: 'button', class: 'btn btn-default', onclick: () => window.print()}, 'Print'))),
      this.message, this.body));
    this.show(this.days, this.group);
  }

  report(name, parameters) {
    return request(this.api, `${this.api.cockpitApi}/plugin/agency/${this.api.engine}/reports/${name}?`
      + new URLSearchParams(parameters));
  }

  async show(days, group) {
    this.days = days;
    this.group = group;
    this.periods.forEach(button => {
      const chosen = button.textContent === `${days} days`;
      button.setAttribute('aria-pressed', chosen);
      button.classList.toggle('active', chosen);
    });
    this.asked = (this.asked || 0) + 1;
    const asked = this.asked;
    try {
      const today = (await this.report('volume', {groupBy: 'none'})).to;
      const from = new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * 86400000).toISOString().slice(0, 10);
      const period = {from, to: today};
      const [volume, cycle, whole, completion, backlog, sla, unconfirmed, capacity, cost] = await Promise.all([
        this.report('volume', {...period, groupBy: `day,${group}`}),
        this.report('cycle-time', {...period, groupBy: 'workType'}),
        this.report('cycle-time', {...period, groupBy: 'none'}),
        this.report('completion', period),
        this.report('backlog', {}),
        this.report('sla', {...period, groupBy: 'workType'}),
        this.report('unconfirmed', {}),
        this.report('capacity', {}),
        this.report('cost', period)
      ]);
      if (asked === this.asked) {
        this.subtitle.textContent = `${shortDay(volume.from)} to ${shortDay(volume.to)}, days and times in `
          + `${volume.zone}. As of ${backlog.generatedAt.slice(0, 16).replace('T', ' ')}.`;
        this.body.replaceChildren(...this.content(volume, cycle, whole, completion, backlog, sla, period,
          this.further(unconfirmed, capacity, cost, period)));
      }
    } catch (error) {
      this.body.replaceChildren(empty(error.status === 403
        ? 'The agency\'s figures are for managers and administrators. Ask one of them for the figures you need.'
        : 'The figures could not be read. Try again in a moment; if it stays so, tell your administrator.'));
    }
  }

  content(volume, cycle, whole, completion, backlog, sla, period, further) {
    const closed = sum(completion.rows, 'closed');
    const straight = closed === 0 ? null : sum(completion.rows, 'straightThrough') / closed;
    const overdue = sum(backlog.rows, 'overdue');
    const card = (label, value, note, late) => h('div', {class: `agency-card${late ? ' late' : ''}`},
      h('span', {class: 'label-text'}, label), h('strong', {}, value), h('span', {class: 'note'}, note));
    const section = (title, note, children, name) => this.section(title, note, children, name, period);
    return [
      h('div', {class: 'agency-cards'},
        card('Opened', sum(volume.rows, 'opened'), 'by opening date'),
        card('Closed', closed, 'by closing date'),
        card('Straight through', percent(straight), 'closed without a person'),
        card('Median cycle time', duration(whole.rows[0].p50Minutes), `p90 ${duration(whole.rows[0].p90Minutes)}`),
        card('Open now', sum(backlog.rows, 'open'), 'all ages'),
        card('Overdue', overdue, 'past the service target', overdue > 0)),
      section('Volume by day', 'Requests opened, by opening date.', volumeChart(volume, this.group), 'volume'),
      h('div', {class: 'agency-columns'},
        section('Cycle time by work type', 'From opening to closing, of requests closed in the period.',
          cycleChart(cycle), 'cycle-time'),
        section('Completion', 'How requests closed in the period ended.', completionChart(completion), 'completion')),
      section('Kept promises', 'Closed by their due time in the period, and how the open ones stand now.', slaTable(sla),
        'sla'),
      ...further,
      section('Open work', 'What is open now, whatever the period.', backlogChart(backlog, this.api.engine), 'backlog')
    ];
  }

  further(unconfirmed, capacity, cost, period) {
    return [
      this.section('Unconfirmed changes', 'What carriers have and have not confirmed, whatever the period.',
        unconfirmedTable(unconfirmed), 'unconfirmed', period),
      this.section('Capacity', 'Who has room, and how much is due.', capacityTable(capacity), 'capacity', period),
      this.section('Cost', 'Of requests closed in the period.', costTable(cost), 'cost', period)
    ];
  }

  section(title, note, children, name, period) {
    return h('section', {class: of('card', 'agency-section')},
      h('div', {class: 'agency-section-head'}, h('h2', {}, title),
        h('button', {type: 'button', class: 'btn btn-link', onclick: () => this.download(name, period)},
          'Download CSV')),
      h('p', {class: of('note')}, note), children);
  }

  download(name, period) {
    return this.doing(() => this.save(`reports/${name}?${new URLSearchParams(period)}`, 'text/csv',
      `${name}-${period.from}-${period.to}.csv`));
  }
}

export default register('agency', 'Agency', 110, AgencyPage);
