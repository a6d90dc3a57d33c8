/*
 * What the pages in Cockpit and the tab in Tasklist are made of: elements, words and figures. What people and systems wrote
 * only ever becomes text nodes and values of fields, never markup.
 */

const PROPERTIES = ['value', 'checked'];
const SHORT = {cert: 'certificate', endt: 'endorsement', uw: 'underwriting', ams: 'AMS', id: 'ID', fnol: 'first notice',
  csr: 'CSR', sms: 'SMS', gl: 'GL', wc: 'WC', bop: 'BOP', eo: 'E&O'};
const WALL_CLOCK = /^(\d{4}-\d\d-\d\dT[\d:.]+)[+-]\d\d:\d\d$/;

const given = value => value !== null && value !== undefined && value !== false;

/** Gives an element attributes, listeners (on…), properties and children, however deep the children are nested. */
export function fill(element, attributes, ...children) {
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (PROPERTIES.includes(name)) {
      element[name] = given(value) ? value : '';
    } else if (given(value)) {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.flat(Infinity).filter(given)
    .map(child => child instanceof Node ? child : document.createTextNode(String(child))));
  return element;
}

export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, ...children);

/** CERT_LIABILITY, account-managers and eachOccurrence as a person writes them. */
export function words(id) {
  const text = String(id).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_-]+/)
    .map(word => SHORT[word] || word).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A time that carries the agency's offset is shown as the agency's clocks had it, any other as the browser's; a day is a day. */
export function time(iso, style = {dateStyle: 'medium', timeStyle: 'short'}) {
  if (!iso) {
    return '';
  }
  const wall = WALL_CLOCK.exec(iso);
  const at = new Date(wall ? `${wall[1]}Z` : iso);
  if (Number.isNaN(at.getTime())) {
    return iso;
  }
  return /^\d{4}-\d\d-\d\d$/.test(iso) ? at.toLocaleDateString('en-US', {dateStyle: 'medium', timeZone: 'UTC'})
    : at.toLocaleString('en-US', wall ? {...style, timeZone: 'UTC'} : style);
}

export const percent = share => `${Math.round(share * 1000) / 10} %`;
export const count = number => Number(number).toLocaleString('en-US');
export const plural = (number, word) => `${count(number)} ${word}${number === 1 ? '' : 's'}`;

/** The parts under a page's name: each has the class that the kit styles and one for what the page has different. */
export function kit(name) {
  const of = (part, more) => `kit-${part} ${name}-${part}${more ? ` ${more}` : ''}`;
  const button = (text, onclick, kind, label) => h('button',
    {type: 'button', class: `btn btn-${kind || 'default'} btn-sm`, onclick, 'aria-label': label}, text);
  return {
    of,
    button,
    submit: text => h('button', {type: 'submit', class: 'btn btn-primary'}, text),
    note: (...text) => h('p', {class: of('note')}, text),
    empty: text => h('p', {class: of('empty')}, text),
    chip: (text, kind) => h('span', {class: of('chip', kind)}, text),
    card: (title, ...children) => h('section', {class: of('card')}, title ? h('h2', {}, title) : null, children),
    input: (value, attributes) => h('input', {class: 'form-control', autocomplete: 'off', ...attributes, value}),

    /** Options are ids, shown as words, or pairs of id and text; attributes may be just what to do on a change. */
    select(options, value, attributes) {
      const control = h('select', {class: 'form-control',
        ...typeof attributes === 'function' ? {onchange: attributes} : attributes},
      options.map(option => Array.isArray(option) ? option : [option, words(option)])
        .map(([id, text]) => h('option', {value: id}, text)));
      control.value = given(value) ? value : '';
      return control;
    },

    /** A control with its label; errors that the interface gives for the key are shown below it. */
    field: (label, control, hint, key) => h('label', {class: of('field'), 'data-field': key}, h('span', {}, label), control,
      hint ? h('small', {}, hint) : null),

    /** Columns are titles over ready rows, or [title, value of a row, true for figures] over data. */
    table(caption, columns, rows, kind) {
      const cells = columns.map(one => Array.isArray(one) ? one : [one]);
      return h('div', {class: of('scroll')}, h('table', {class: of('table', kind)},
        caption ? h('caption', {}, caption) : null,
        h('thead', {}, h('tr', {}, cells.map(([title, , number]) =>
          h('th', {scope: 'col', class: number ? 'number' : null}, title)))),
        h('tbody', {}, rows.map(row => row instanceof Node ? row : h('tr', {}, cells.map(([, value, number]) =>
          h('td', {class: number ? 'number' : null}, value(row))))))));
    },

    /** Leads through a list that the interface gives page by page; an empty text where one page has it all. */
    pager({page, size, total}, go, [back, on] = ['Previous', 'Next']) {
      const last = Math.ceil(total / size) - 1;
      return last < 1 ? '' : h('nav', {class: of('pager'), 'aria-label': 'Pages'},
        page > 0 ? button(back, () => go(page - 1)) : null,
        h('span', {}, `Page ${page + 1} of ${last + 1} (${count(total)})`),
        page < last ? button(on, () => go(page + 1)) : null);
    },

    /** Tabs over one panel; arrow keys lead from one to the next. */
    tabs(sections, show) {
      const arrow = (event, index) => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        if (step) {
          const next = buttons[(index + step + buttons.length) % buttons.length];
          next.focus();
          next.click();
          event.preventDefault();
        }
      };
      const buttons = sections.map(([id, title], index) => h('button', {type: 'button', role: 'tab',
        id: `${name}-tab-${id}`, 'aria-controls': `${name}-panel`, onclick: () => show(id),
        onkeydown: event => arrow(event, index)}, title));
      const panel = h('div', {class: of('body'), role: 'tabpanel', id: `${name}-panel`, tabindex: '-1'});
      return {
        list: h('div', {class: of('tabs'), role: 'tablist', 'aria-label': 'Sections'}, buttons),
        panel,
        choose(chosen) {
          sections.forEach(([id], index) => {
            buttons[index].setAttribute('aria-selected', id === chosen);
            buttons[index].tabIndex = id === chosen ? 0 : -1;
          });
          panel.setAttribute('aria-labelledby', `${name}-tab-${chosen}`);
        }
      };
    }
  };
}
