/*
 * The page "People" in Cockpit, where managers and administrators keep people, licenses, absences and partners. What
 * people typed only ever becomes text nodes and values of fields.
 */

import {h, kit, time, words} from '../../../kit/static/app/kit.js';
import {TabbedPage, register, root} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 25;
const SECTIONS = [['people', 'People'], ['partners', 'Partners'], ['file', 'Import and export']];
const SHOWN = [['ACTIVE', 'Who works here'], ['ABSENT', 'Who is absent now'],
  ['LICENSE_PROBLEM', 'Who has a license problem'], ['LEFT', 'Who left'], ['ALL', 'Everybody']];
const NOBODY = {
  ACTIVE: 'Nobody works here yet. Add a person, or import a file.',
  ABSENT: 'Nobody is absent now.',
  LICENSE_PROBLEM: 'No license is expired, inactive or expires in the next 60 days.',
  LEFT: 'Nobody left.',
  ALL: 'Nobody is on the list yet. Add a person, or import a file.'
};

const {button, card, chip, empty, input, note, of, pager, select, submit, table, field: labeled} = kit('people');

const listed = text => text.split(/[;,|]/).map(word => word.trim()).filter(word => word);

/** Absences are entered in the time of whoever looks, so they are shown in it. */
const here = iso => time(new Date(iso).toISOString());

/** A control under the name that the interface gives its errors. */
const field = (label, name, control, hint) => labeled(label, control, hint, name);

/** A cell of a row of fields; the column's head is its label. */
function cell(label, name, control) {
  control.setAttribute('aria-label', label);
  return h('td', {'data-field': name}, control);
}

function checks(label, name, options, chosen) {
  return h('fieldset', {class: of('field'), 'data-field': name}, h('legend', {}, label),
    options.map(option => {
      const box = h('input', {type: 'checkbox', value: option});
      box.checked = chosen.includes(option);
      return h('label', {class: 'people-check'}, box, ' ', words(option));
    }));
}

const checked = fieldset => [...fieldset.querySelectorAll('input:checked')].map(box => box.value);

/** Rows of fields that can be added and removed. */
class Rows {
  constructor(columns, row, first, add) {
    this.make = row;
    this.table = table(null, [...columns, ''], [], 'people-rows');
    this.body = this.table.querySelector('tbody');
    this.node = h('div', {}, this.table, button(add, () => this.add({}).node.querySelector('input, select').focus()));
    this.rows = [];
    first.forEach(value => this.add(value));
  }

  add(value) {
    const made = this.make(value);
    const remove = h('td', {}, button('Remove', () => {
      this.rows = this.rows.filter(row => row !== made);
      made.node.remove();
    }, 'default', 'Remove this row'));
    made.node = h('tr', {}, made.cells, remove);
    this.rows.push(made);
    this.body.append(made.node);
    return made;
  }

  read() {
    return this.rows.map(row => row.read());
  }

  /** Gives the cells the names that the errors of this submission will have. */
  name(prefix) {
    this.rows.forEach((row, index) => row.node.querySelectorAll('[data-field]').forEach(one => {
      const last = one.getAttribute('data-field').replace(/^.*\./, '');
      one.setAttribute('data-field', `${prefix}[${index}].${last}`);
    }));
  }
}

class PeoplePage extends TabbedPage {
  constructor(name, node, api) {
    super(name, node, api);
    this.filter = {show: 'ACTIVE', role: '', queue: '', state: '', q: '', page: 0};
    this.open('People', 'Who does the work, with which licenses, and when. Routing and the license check use this list.',
      SECTIONS);
  }

  async vocabulary() {
    this.known = this.known || await this.call('staff/vocabulary');
    return this.known;
  }

  // ---------------------------------------------------------------- people

  async people() {
    const [known, absent, problems] = await Promise.all([this.vocabulary(),
      this.call('staff?show=ABSENT&size=1'), this.call('staff?show=LICENSE_PROBLEM&size=1')]);
    const list = h('div', {'aria-live': 'polite'});
    const show = select(SHOWN, this.filter.show, {onchange: event => changed({show: event.target.value})});
    const changed = part => {
      Object.assign(this.filter, {page: 0}, part);
      show.value = this.filter.show;
      this.peopleList(list);
    };
    let typing;
    const all = (name, options) => select([['', 'All'], ...options], this.filter[name],
      {onchange: event => changed({[name]: event.target.value})});
    const controls = h('div', {class: `${of('card')} ${of('row')}`},
      field('Show', null, show),
      field('Role', null, all('role', known.roles)),
      field('Queue', null, all('queue', [...known.queues, ...known.partnerQueues])),
      field('Licensed in', null, all('state', known.states.map(state => [state, state]))),
      field('Search', null, input(this.filter.q, {type: 'search', placeholder: 'Name, title or skill',
        oninput: event => {
          clearTimeout(typing);
          typing = setTimeout(() => changed({q: event.target.value}), 300);
        }})));
    const count = (number, text, view) => h('button', {type: 'button', class: of('count'),
      onclick: () => changed({show: view})}, h('strong', {}, number), ' ', text);
    await this.peopleList(list);
    return [h('div', {class: of('bar')}, count(absent.total, 'absent now', 'ABSENT'),
      count(problems.total, problems.total === 1 ? 'person with a license problem' : 'people with a license problem',
        'LICENSE_PROBLEM'),
      button('Add a person', () => this.fill(() => this.person(null)), 'primary')), controls, list];
  }

  async peopleList(list) {
    const query = new URLSearchParams({...this.filter, size: PAGE_SIZE});
    const page = await this.doing(() => this.call(`staff?${query}`));
    if (!page) {
      return;
    }
    const narrowed = ['role', 'queue', 'state', 'q'].some(name => this.filter[name]);
    list.replaceChildren(page.items.length
      ? h('div', {class: of('card')}, table('People', ['Name', 'Role', 'Queues', 'Licensed in', 'Now'],
        page.items.map(one => this.personRow(one))))
      : empty(narrowed ? 'Nobody fits. Widen the search.' : NOBODY[this.filter.show]),
    pager(page, to => {
      this.filter.page = to;
      this.peopleList(list);
    }));
  }

  personRow(one) {
    const useless = one.licenseProblems.filter(problem => problem.kind === 'EXPIRED' || problem.kind === 'NOT_ACTIVE')
      .map(problem => `${problem.state} ${problem.number}`);
    const states = [...new Set(one.licenses.filter(license => !useless.includes(`${license.state} ${license.number}`))
      .map(license => license.state))];
    return h('tr', {},
      h('th', {scope: 'row'}, h('button', {type: 'button', class: 'people-open',
        onclick: () => this.fill(() => this.person(one.userId))}, one.name),
      h('div', {class: of('note')}, `${one.title} · ${one.userId}`)),
      h('td', {}, words(one.role), one.partner ? h('div', {class: of('note')}, one.partner) : null),
      h('td', {}, one.queues.map(words).join(', ')),
      h('td', {}, states.length > 8 ? `${states.length} states` : states.join(', ') || 'not licensed'),
      h('td', {}, one.active ? null : chip('left'), one.absent ? chip('absent', 'wait') : null,
        one.licenseProblems.map(problem => h('div', {}, chip(problem.state,
          problem.kind === 'EXPIRING' ? 'wait' : 'bad'), ' ', `${problem.number}: ${problem.message}`)),
        one.active && !one.absent && !one.licenseProblems.length ? chip('here', 'good') : null));
  }

  // ---------------------------------------------------------------- one person

  async person(id) {
    const [known, one] = await Promise.all([this.vocabulary(), id ? this.call(`staff/${encodeURIComponent(id)}`)
      : {userId: '', name: '', role: 'csr', queues: [], skills: [], languages: ['en'], capacityMinutes: 420,
        licenses: [], appointments: [], active: true, licenseProblems: []}]);
    const back = button('Back to the list', () => this.show('people', true));
    const form = this.personForm(known, one, Boolean(id));
    const problems = one.licenseProblems.length ? h('ul', {class: 'people-problems'}, one.licenseProblems.map(problem =>
      h('li', {}, `${problem.number} (${problem.state}): ${problem.message}`))) : null;
    return [h('div', {class: of('bar')}, back, h('h2', {}, id ? one.name : 'Add a person'),
      id && !one.active ? chip('left') : null, one.absent ? chip('absent', 'wait') : null,
      id ? this.leaving(one) : null), problems, form, id && one.active ? await this.absences(id) : null]
      .filter(part => part);
  }

  personForm(known, one, exists) {
    const userId = input(one.userId, {maxlength: 64, readonly: exists});
    const name = input(one.name, {maxlength: 200});
    const title = input(one.title, {maxlength: 200});
    const email = input(one.email, {type: 'text', inputmode: 'email', maxlength: 320});
    const branch = input(one.branch, {maxlength: 20});
    const partner = select([['', 'None'], ...known.partners.map(id => [id, id])], one.partner);
    const skills = input(one.skills.join(', '), {maxlength: 500});
    const languages = input(one.languages.join(', '), {maxlength: 100});
    const capacity = input(one.capacityMinutes, {inputmode: 'numeric'});
    const zone = input(one.timeZone, {maxlength: 40, placeholder: 'America/Chicago'});
    const hours = input(one.workingHours, {maxlength: 200, placeholder: 'Mon-Fri 08:00-17:00'});
    const queues = h('div', {});
    const role = select(known.roles, one.role, {onchange: () => fillQueues(checked(queues))});
    const partnerField = field('Partner', 'partner', partner);
    const fillQueues = chosen => {
      const outside = role.value === 'partner';
      partnerField.hidden = !outside;
      queues.replaceChildren(checks('Queues', 'queues', outside ? known.partnerQueues : known.queues, chosen));
    };
    fillQueues(one.queues);
    const licenses = this.licenseRows(known, one.licenses);
    const appointments = this.appointmentRows(known, one.appointments);
    const form = h('form', {class: of('card'), novalidate: true, onsubmit: async event => {
      event.preventDefault();
      licenses.name('licenses');
      appointments.name('appointments');
      const body = {name: name.value, title: title.value, role: role.value, email: email.value, branch: branch.value,
        partner: role.value === 'partner' ? partner.value : '', queues: checked(queues), skills: listed(skills.value),
        languages: listed(languages.value), capacityMinutes: capacity.value, timeZone: zone.value,
        workingHours: hours.value, licenses: licenses.read(), appointments: appointments.read(), active: one.active};
      const id = userId.value.trim();
      const saved = await this.sending(form, () => id
        ? this.call(`staff/${encodeURIComponent(id)}`, {method: 'PUT', body})
        : Promise.reject(Object.assign(new Error('Give the person a user id.'),
          {faults: [{field: 'userId', message: 'Is missing. The person logs in with it.'}]})));
      if (saved) {
        await this.fill(() => this.person(saved.userId));
        this.say(exists ? 'Saved. The login follows role and queues.'
          : 'Added. An administrator gives the login a password in Admin.');
      }
    }},
    h('div', {class: of('row')}, field('User id', 'userId', userId, exists ? null : 'Stays for good'),
      field('Name', 'name', name), field('Title', 'title', title), field('Role', 'role', role), partnerField,
      field('E-mail', 'email', email), field('Branch', 'branch', branch)),
    queues,
    h('div', {class: of('row')}, field('Skills', 'skills', skills, 'Separated by commas'),
      field('Languages', 'languages', languages, 'Two letters each, such as en, es'),
      field('Working minutes a day', 'capacityMinutes', capacity),
      field('Time zone', 'timeZone', zone, 'Empty: the partner\'s or the agency\'s'),
      field('Working hours', 'workingHours', hours, 'Empty: the partner\'s or the agency\'s')),
    h('h3', {}, 'Licenses'), licenses.node, h('h3', {}, 'Carrier appointments'), appointments.node,
    h('div', {class: of('bar')}, submit(exists ? 'Save' : 'Add')));
    return form;
  }

  licenseRows(known, licenses) {
    const states = [['', 'Choose'], ...known.states.map(state => [state, state])];
    return new Rows(['State', 'Number', 'NPN', 'Home state', 'Lines', 'Status', 'Effective', 'Expires'], one => {
      const state = select(states, one.state);
      const number = input(one.number, {maxlength: 40});
      const npn = input(one.npn, {maxlength: 10, inputmode: 'numeric', size: 9});
      const resident = h('input', {type: 'checkbox'});
      resident.checked = Boolean(one.resident);
      const lines = input((one.lines || []).join(', '), {placeholder: 'PROPERTY, CASUALTY'});
      const status = select(known.licenseStatuses, one.status || 'ACTIVE');
      const effective = input(one.effective, {type: 'date'});
      const expires = input(one.expires, {type: 'date'});
      return {
        cells: [cell('State', 'state', state), cell('Number', 'number', number), cell('NPN', 'npn', npn),
          cell('Home state', 'resident', resident), cell('Lines', 'lines', lines), cell('Status', 'status', status),
          cell('Effective', 'effective', effective), cell('Expires', 'expires', expires)],
        read: () => ({state: state.value, number: number.value, npn: npn.value, resident: resident.checked,
          lines: listed(lines.value), status: status.value, effective: effective.value, expires: expires.value})
      };
    }, licenses, 'Add a license');
  }

  appointmentRows(known, appointments) {
    const states = [['', 'Choose'], ...known.states.map(state => [state, state])];
    return new Rows(['Carrier', 'State', 'Effective', 'Expires'], one => {
      const carrier = input(one.carrier, {maxlength: 64, placeholder: 'BMC'});
      const state = select(states, one.state);
      const effective = input(one.effective, {type: 'date'});
      const expires = input(one.expires, {type: 'date'});
      return {
        cells: [cell('Carrier', 'carrier', carrier), cell('State', 'state', state),
          cell('Effective', 'effective', effective), cell('Expires', 'expires', expires)],
        read: () => ({carrier: carrier.value, state: state.value, effective: effective.value, expires: expires.value})
      };
    }, appointments, 'Add an appointment');
  }

  /** Lets a person go after a second press, or back in. */
  leaving(one) {
    const id = encodeURIComponent(one.userId);
    const after = async (work, done) => {
      if (await this.doing(work)) {
        await this.fill(() => this.person(one.userId));
        this.say(done);
      }
    };
    if (!one.active) {
      return button('Let back in', () => after(() => this.call(`staff/${id}`, {method: 'PUT',
        body: {...one, active: true}}), 'Is back. An administrator gives the login a password in Admin.'));
    }
    const leave = button('Deactivate', () => {
      if (leave.dataset.sure) {
        after(() => this.call(`staff/${id}`, {method: 'DELETE'}), 'Deactivated. The record stays; the login is locked.');
      } else {
        leave.dataset.sure = 'yes';
        leave.textContent = `Press again to lock out ${one.name}`;
        leave.classList.replace('btn-default', 'btn-danger');
      }
    });
    return leave;
  }

  async absences(id) {
    const path = `staff/${encodeURIComponent(id)}/absences`;
    const list = h('div', {'aria-live': 'polite'});
    const load = async () => {
      const {items} = await this.call(path);
      list.replaceChildren(items.length ? table(null, ['From', 'Back at', 'Reason', ''], items.map(one => h('tr', {},
        h('td', {}, here(one.startsAt)), h('td', {}, here(one.endsAt)), h('td', {}, one.reason),
        h('td', {}, button('Remove', async () => {
          if (await this.doing(() => this.call(`${path}/${one.id}`, {method: 'DELETE'}))) {
            await load();
            this.say('Removed.');
          }
        }, 'default', `Remove ${one.reason}`))))) : note('No absence is planned.'));
    };
    await load();
    const starts = input('', {type: 'datetime-local'});
    const ends = input('', {type: 'datetime-local'});
    const reason = input('', {maxlength: 200, placeholder: 'Vacation'});
    const moment = control => control.value ? new Date(control.value).toISOString() : '';
    const form = h('form', {class: of('row'), novalidate: true, onsubmit: async event => {
      event.preventDefault();
      const added = await this.sending(form, () => this.call(path, {method: 'POST',
        body: {startsAt: moment(starts), endsAt: moment(ends), reason: reason.value}}));
      if (added) {
        form.reset();
        await load();
        this.say('Added.');
      }
    }},
    field('From', 'startsAt', starts), field('Back at', 'endsAt', ends), field('Reason', 'reason', reason),
    h('div', {class: of('field')}, submit('Add the absence')));
    return h('section', {class: of('card', 'people-absences')}, h('h3', {}, 'Absences'), list, form);
  }

  // ---------------------------------------------------------------- partners

  async partners() {
    const page = await this.call('partners?size=200');
    return [h('div', {class: of('bar')},
      button('Add a partner', () => this.fill(() => this.partner(null)), 'primary')),
    page.items.length ? h('div', {class: of('card')}, table('Partners',
      ['Name', 'Takes', 'Hours', 'Accepts within', 'Units a day', 'Now'], page.items.map(one => h('tr', {},
        h('th', {scope: 'row'}, h('button', {type: 'button', class: 'people-open',
          onclick: () => this.fill(() => this.partner(one.id))}, one.name), h('div', {class: of('note')}, one.id)),
        h('td', {}, one.work.map(work => words(work.workType)).join(', ') || 'nothing yet'),
        h('td', {}, one.workingHours, h('div', {class: of('note')}, one.timeZone)),
        h('td', {}, `${one.acceptByMinutes} min`), h('td', {}, one.capacityPerDay),
        h('td', {}, one.active ? chip('gets work', 'good') : chip('gets nothing'))))))
      : empty('No partner takes work yet. Add one.')];
  }

  async partner(id) {
    const [known, one] = await Promise.all([this.vocabulary(), id ? this.call(`partners/${encodeURIComponent(id)}`)
      : {id: '', acceptByMinutes: 120, capacityPerDay: 50, active: true, work: []}]);
    const key = input(one.id, {maxlength: 64, readonly: Boolean(id)});
    const name = input(one.name, {maxlength: 200});
    const zone = input(one.timeZone, {maxlength: 40, placeholder: 'America/Chicago'});
    const hours = input(one.workingHours, {maxlength: 200, placeholder: 'Mon-Fri 07:00-19:00'});
    const acceptBy = input(one.acceptByMinutes, {inputmode: 'numeric'});
    const capacity = input(one.capacityPerDay, {inputmode: 'numeric'});
    const worker = input(one.workerAccount, {maxlength: 64});
    const active = select([['true', 'Gets work'], ['false', 'Gets nothing']], String(one.active));
    const work = this.workRows(known, one.work);
    const form = h('form', {class: of('card'), novalidate: true, onsubmit: async event => {
      event.preventDefault();
      work.name('work');
      const body = {name: name.value, timeZone: zone.value, workingHours: hours.value, acceptByMinutes: acceptBy.value,
        capacityPerDay: capacity.value, workerAccount: worker.value, active: active.value, work: work.read()};
      const path = key.value.trim();
      const saved = await this.sending(form, () => path
        ? this.call(`partners/${encodeURIComponent(path)}`, {method: 'PUT', body})
        : Promise.reject(Object.assign(new Error('Give the partner an id.'),
          {faults: [{field: 'id', message: 'Is missing. Use small letters, such as keyline.'}]})));
      if (saved) {
        this.known = null;
        await this.fill(() => this.partner(saved.id));
        this.say('Saved. Routing knows of it now.');
      }
    }},
    h('div', {class: of('row')}, field('Id', 'id', key), field('Name', 'name', name),
      field('Time zone', 'timeZone', zone), field('Working hours', 'workingHours', hours),
      field('Accepts within', 'acceptByMinutes', acceptBy, 'Working minutes'),
      field('Units a day', 'capacityPerDay', capacity),
      field('Login of its own system', 'workerAccount', worker, 'Empty: its people log in'),
      field('Now', 'active', active)),
    h('h3', {}, 'Work that it takes'), work.node, h('div', {class: of('bar')}, submit(id ? 'Save' : 'Add')));
    return [h('div', {class: of('bar')}, button('Back to the list', () => this.show('partners', true)),
      h('h2', {}, id ? one.name : 'Add a partner')), form];
  }

  workRows(known, work) {
    return new Rows(['Work type', 'Queue', 'States', 'Lines', 'Price', 'Currency', 'Unit'], one => {
      const type = select([['', 'Choose'], ...[...known.workTypes].sort().map(id => [id, words(id)])], one.workType);
      const queue = select(known.partnerQueues, one.queue || known.partnerQueues[0]);
      const states = input((one.states || ['ALL']).join(', '));
      const lines = input((one.lines || ['ALL']).join(', '));
      const price = input(one.price, {inputmode: 'decimal', size: 6});
      const currency = input(one.currency || 'USD', {maxlength: 3, size: 4});
      const unit = input(one.unit || 'REQUEST', {maxlength: 20});
      return {
        cells: [cell('Work type', 'workType', type), cell('Queue', 'queue', queue), cell('States', 'states', states),
          cell('Lines', 'lines', lines), cell('Price', 'price', price), cell('Currency', 'currency', currency),
          cell('Unit', 'unit', unit)],
        read: () => ({workType: type.value, queue: queue.value, states: listed(states.value),
          lines: listed(lines.value), price: price.value, currency: currency.value, unit: unit.value})
      };
    }, work, 'Add a work type');
  }

  // ---------------------------------------------------------------- import and export

  async file() {
    const chosen = h('input', {type: 'file', accept: '.csv,text/csv', class: 'form-control'});
    const result = h('div', {class: 'people-result', 'aria-live': 'polite'});
    const send = dryRun => this.call(`staff/import?dryRun=${dryRun}`,
      {method: 'POST', body: chosen.files[0], type: 'text/csv'});
    const form = h('form', {class: of('card'), onsubmit: async event => {
      event.preventDefault();
      const outcome = await this.doing(() => chosen.files.length ? send(true)
        : Promise.reject(new Error('Choose a file first.')));
      result.replaceChildren(...(outcome ? this.outcome(outcome, async () => {
        const done = await this.doing(() => send(false));
        if (done) {
          result.replaceChildren();
          this.say(`Imported: ${done.created.length} added, ${done.changed.length} changed.`);
        }
      }) : []));
    }},
    h('h2', {}, 'Import a file'),
    note('A CSV file with one row a license, such as the export gives. Whoever is in it is added or replaced, with '
      + 'all licenses; whoever is not stays. Nothing is written before you have seen what would be.'),
    field('File', null, chosen), submit('Check the file'));
    return [form, result, h('section', {class: of('card')}, h('h2', {}, 'Export'),
      note('Everybody with every license, in the format that the import takes.'),
      h('a', {href: `${root()}/api/staff/export`, download: 'people.csv', class: 'btn btn-default'},
        'Download people.csv'))];
  }

  outcome(outcome, take) {
    const part = (title, names) => names.length
      ? h('p', {}, h('strong', {}, `${names.length} ${title}: `), names.join('; ')) : null;
    const good = !outcome.errors.length;
    return [h('section', {class: of('card')},
      h('h2', {}, good ? 'What the import would do'
        : `${outcome.errors.length} ${outcome.errors.length === 1 ? 'error' : 'errors'}: nothing can be imported`),
      good ? null : table('Correct these in the file and check it again', ['Line', 'Column', 'What to do'],
        outcome.errors.map(error => h('tr', {}, h('td', {}, error.line), h('td', {}, error.column || 'whole row'),
          h('td', {}, error.message)))),
      part('would be added', outcome.created),
      part('would change', outcome.changed.map(one => `${one.userId} (${one.fields.join(', ')})`)),
      part('would stay as they are', outcome.unchanged),
      good && outcome.created.length + outcome.changed.length > 0
        ? button('Import', take, 'primary') : null,
      good && outcome.created.length + outcome.changed.length === 0
        ? note('The file has nothing new.') : null)];
  }
}

export default register('people', 'People', 108, PeoplePage);
