/*
 * The page "Learning" in Cockpit, where analysts teach the work-type suggester. Messages, phrases and notes are data:
 * they only ever become text nodes.
 */

import {h, kit, percent, time, words} from '../../../kit/static/app/kit.js';
import {TabbedPage, register} from '../../../kit/static/app/page.js';

const PAGE_SIZE = 20;
const POLL = 2000;
const STAGES = {
  reading: 'Reading the examples',
  learning: 'Learning the work types',
  calibrating: 'Setting the confidence',
  measuring: 'Measuring on the frozen messages'
};
const SECTIONS = [['try', 'Try a text'], ['examples', 'Examples'], ['phrases', 'Phrases'], ['models', 'Models']];
const CLASSIFICATIONS = {
  AUTO: 'goes on without a person choosing',
  SUGGEST: 'a person confirms it',
  TRIAGE: 'a person in triage chooses'
};
const FIGURES = [
  ['accuracy', 'Right at once', 'higher is better', true],
  ['topThree', 'Right among the first three', 'higher is better', true],
  ['macroF1', 'Mean F1 of the work types', 'higher is better', true],
  ['calibrationError', 'Calibration error', 'lower is better', false],
  ['coverageAt98', 'Coverage at 98 % precision', 'higher is better', true],
  ['coverageAt95', 'Coverage at 95 % precision', 'higher is better', true]
];

const {button, chip, empty, field, note, of, pager, select, submit, table} = kit('learning');

function meter(share, label) {
  return h('div', {class: 'learning-meter', role: 'img', 'aria-label': `${label}: ${percent(share)}`},
    h('span', {style: `width:${Math.max(1, Math.round(share * 100))}%`}));
}

class LearningPage extends TabbedPage {
  constructor(name, node, api) {
    super(name, node, api);
    this.filter = {state: 'CANDIDATE', source: '', workType: '', q: '', page: 0};
    this.phraseFilter = {topic: '', state: '', q: '', page: 0};
    this.open('Learning',
      'What the work-type suggester learns from, and which model suggests. Tables in dmn/triage decide.', SECTIONS);
  }

  call(path, options) {
    return super.call(`triage/${path}`, options);
  }

  async vocabulary() {
    if (!this.known) {
      const [examples, topics] = await Promise.all([this.call('examples/vocabulary'), this.call('rules/topics')]);
      this.known = {...examples, topics};
    }
    return this.known;
  }

  typeOptions(first) {
    return [['', first], ...Object.keys(this.known.workTypes).sort().map(type => [type, words(type)])];
  }

  // ---------------------------------------------------------------- try a text

  async try() {
    const {channels} = await this.vocabulary();
    const channel = select(channels.map(id => [id, words(id)]), 'EMAIL');
    const from = h('input', {class: 'form-control', maxlength: 300, placeholder: 'name@client.example'});
    const subject = h('input', {class: 'form-control', maxlength: 500});
    const text = h('textarea', {class: 'form-control', rows: 8, maxlength: 20000});
    const result = h('div', {class: 'learning-result', 'aria-live': 'polite'},
      empty('Paste a message and choose Try. Nothing is kept and no request is opened.'));
    const form = h('form', {class: of('card'), onsubmit: async event => {
      event.preventDefault();
      if (!text.value.trim() && !subject.value.trim()) {
        this.doing(() => Promise.reject(new Error('Write a subject or a text first.')));
        text.focus();
        return;
      }
      const answer = await this.doing(() => this.call('try', {method: 'POST', body: {channel: channel.value,
        from: from.value, subject: subject.value, body: text.value}}));
      if (answer) {
        result.replaceChildren(...this.trial(answer));
      }
    }},
    h('div', {class: of('row')}, field('Channel', channel), field('From', from), field('Subject', subject)),
    field('Text', text),
    submit('Try'));
    return [form, result];
  }

  trial(answer) {
    const phrases = answer.phrases.length ? table('Phrases that speak', [
      ['Topic', row => words(row.topic)], ['Words', row => h('q', {}, row.words)],
      ['Weight', row => Math.round(row.weight * 10) / 10, true], ['Why', row => row.why]
    ], answer.phrases) : empty('No phrase speaks for anything in this text.');
    const nearest = answer.nearest.length ? table('Nearest examples', [
      ['Work type', row => words(row.workType)], ['Likeness', row => percent(row.likeness), true],
      ['Text', row => h('span', {class: 'learning-clip'}, row.text)]
    ], answer.nearest) : empty('No learned example is near.');
    return [
      h('section', {class: of('card')}, h('h2', {}, 'What the table decides'),
        h('ul', {class: 'learning-decided'}, answer.decided.map((one, index) => h('li', {},
          h('strong', {}, words(one.workType)), ' ', chip(one.classification, one.classification.toLowerCase()), ' ',
          `${index === 0 ? '' : 'beside it, '}${CLASSIFICATIONS[one.classification] || ''}`))),
        answer.flags.length ? h('p', {}, answer.flags.map(flag => [chip(words(flag), 'flag'), ' '])) : null,
        answer.reasons.length ? note(`Because of: ${answer.reasons.join('; ')}.`) : null),
      h('section', {class: of('card')}, h('h2', {}, 'What the suggester says'),
        answer.suggestions.map(one => h('div', {class: 'learning-suggestion'}, h('span', {}, words(one.workType)),
          meter(one.probability, words(one.workType)), h('span', {class: 'number'}, percent(one.probability)))),
        note(answer.agreement ? 'Words, meaning and phrases agree. ' : 'Words, meaning and phrases do not agree. ',
          `Familiarity ${percent(answer.familiarity)}: how near the nearest learned example is. `,
          `Model ${answer.modelVersion}.`),
        answer.words.length ? note(`Words that speak for the first: ${answer.words.join(', ')}.`) : null),
      h('section', {class: of('card')}, phrases),
      h('section', {class: of('card')}, nearest)
    ];
  }

  // ---------------------------------------------------------------- examples

  async examples() {
    await this.vocabulary();
    const list = h('div', {'aria-live': 'polite'});
    const changed = part => {
      Object.assign(this.filter, {page: 0}, part);
      this.exampleList(list);
    };
    let typing;
    const controls = h('div', {class: `${of('card')} ${of('row')}`},
      field('Show', select([['CANDIDATE', 'Candidates'], ['ON', 'Learned from'], ['OFF', 'Off or rejected'],
        ['', 'All']], this.filter.state, event => changed({state: event.target.value}))),
      field('From', select([['', 'People of the agency'], ['TRIAGE', 'Decisions in triage'], ['ANALYST', 'Analysts'],
        ['BUILT_IN', 'The build']], this.filter.source, event => changed({source: event.target.value}))),
      field('Work type', select(this.typeOptions('All'), this.filter.workType,
        event => changed({workType: event.target.value}))),
      field('Search', h('input', {class: 'form-control', type: 'search', value: this.filter.q, oninput: event => {
        clearTimeout(typing);
        typing = setTimeout(() => changed({q: event.target.value}), 300);
      }})));
    await this.exampleList(list);
    return [controls, list, this.exampleForm(list)];
  }

  async exampleList(list) {
    const query = new URLSearchParams({...this.filter, size: PAGE_SIZE});
    ['state', 'source', 'workType'].forEach(name => this.filter[name] || query.delete(name));
    const page = await this.doing(() => this.call(`examples?${query}`));
    if (!page) {
      return;
    }
    const nothing = this.filter.q || this.filter.workType
      ? 'No example fits. Widen the search.'
      : {CANDIDATE: 'No candidates wait. They come from triage, where a person decides otherwise than the suggestion.',
        ON: 'Nothing was added yet. Accept candidates or add an example below.',
        OFF: 'Nothing is off.'}[this.filter.state] || 'There are no examples yet. Add one below.';
    list.replaceChildren(...(page.items.length ? page.items.map(one => this.example(one, list)) : [empty(nothing)]),
      this.pages(page, this.filter, () => this.exampleList(list)));
  }

  example(one, list) {
    const type = select(this.typeOptions('Choose'), one.workType, {'aria-label': 'Work type'});
    const set = (state, done) => async () => {
      const body = {state, note: one.note};
      if (one.source !== 'BUILT_IN') {
        body.workType = type.value;
      }
      if (await this.doing(() => this.call(`examples/${one.id}/state`, {method: 'PUT', body}), done)) {
        await this.exampleList(list);
        this.say(done);
      }
    };
    const actions = {
      CANDIDATE: [button('Accept', set('ON', 'Accepted. The next model learns from it.'), 'primary'),
        button('Reject', set('OFF', 'Rejected. The same text will not be proposed again.'))],
      ON: [button('Switch off', set('OFF', 'Switched off for the next model.'))],
      OFF: [button('Switch on', set('ON', 'Switched on for the next model.'))]
    }[one.state];
    return h('article', {class: of('card', 'learning-example')},
      h('div', {class: 'learning-example-head'},
        one.state === 'CANDIDATE' ? type : h('strong', {}, words(one.workType)),
        one.suggestedType ? h('span', {class: of('note')}, `suggested: ${words(one.suggestedType)}`) : null,
        chip({CANDIDATE: 'candidate', ON: 'learned from', OFF: 'off'}[one.state], one.state.toLowerCase()),
        chip({TRIAGE: 'triage', ANALYST: 'analyst', BUILT_IN: 'build'}[one.source]),
        h('span', {class: of('note')}, [words(one.channel), words(one.sender),
          one.changedBy ? `${one.changedBy}, ${time(one.changedAt)}` : ''].filter(part => part).join(' · ')),
        h('span', {class: 'learning-actions'}, actions)),
      one.subject ? h('div', {class: 'learning-subject'}, one.subject) : null,
      h('div', {class: 'learning-text'}, one.body || '(no text)'),
      one.note ? note(one.note) : null);
  }

  exampleForm(list) {
    const {channels, senders} = this.known;
    const type = select(this.typeOptions('Choose'), '');
    const channel = select(channels.map(id => [id, words(id)]), 'EMAIL');
    const sender = select(senders.map(id => [id, words(id)]), 'CLIENT');
    const subject = h('input', {class: 'form-control', maxlength: 500});
    const body = h('textarea', {class: 'form-control', rows: 4, maxlength: 6000});
    return h('details', {class: of('card')}, h('summary', {}, 'Add an example'),
      h('form', {onsubmit: async event => {
        event.preventDefault();
        const added = await this.doing(() => type.value
          ? this.call('examples', {method: 'POST', body: {workType: type.value, channel: channel.value,
            sender: sender.value, subject: subject.value, body: body.value}})
          : Promise.reject(new Error('Choose the work type of the example.')));
        if (added) {
          subject.value = '';
          body.value = '';
          this.filter = {state: 'ON', source: '', workType: '', q: '', page: 0};
          await this.show('examples');
          this.say('Added. The next model learns from it.');
        }
      }},
      note('Social Security, card, bank and license numbers, mail addresses and telephone numbers are masked.'),
      h('div', {class: of('row')}, field('Work type', type), field('Channel', channel), field('Sender', sender)),
      field('Subject', subject), field('Text', body),
      submit('Add')));
  }

  pages(page, filter, load) {
    return pager(page, to => {
      filter.page = to;
      load();
    });
  }

  // ---------------------------------------------------------------- phrases

  async phrases() {
    await this.vocabulary();
    const list = h('div', {'aria-live': 'polite'});
    const changed = part => {
      Object.assign(this.phraseFilter, {page: 0}, part);
      this.phraseList(list);
    };
    const topics = this.known.topics.map(topic => [topic.name, words(topic.name) + (topic.hazard ? ' (hazard)' : '')]);
    let typing;
    const controls = h('div', {class: `${of('card')} ${of('row')}`},
      field('Topic', select([['', 'All'], ...topics], this.phraseFilter.topic,
        event => changed({topic: event.target.value}))),
      field('Show', select([['', 'All'], ['ON', 'On'], ['OFF', 'Off']], this.phraseFilter.state,
        event => changed({state: event.target.value}))),
      field('Search', h('input', {class: 'form-control', type: 'search', value: this.phraseFilter.q, oninput: event => {
        clearTimeout(typing);
        typing = setTimeout(() => changed({q: event.target.value}), 300);
      }})));
    await this.phraseList(list);
    return [this.phraseForm(topics), controls, list];
  }

  phraseForm(topics) {
    const topic = select([['', 'Choose'], ...topics], '');
    const pattern = h('input', {class: 'form-control learning-code', maxlength: 200, spellcheck: 'false',
      placeholder: '(gate|yard) pass(es)?'});
    const weight = h('input', {class: 'form-control', type: 'number', min: -5, max: 5, step: 0.1, value: 2});
    const why = h('input', {class: 'form-control', maxlength: 200, placeholder: 'what drivers call the certificate'});
    const text = h('textarea', {class: 'form-control', rows: 3, placeholder: 'A text to try the phrase on (optional)'});
    const result = h('div', {'aria-live': 'polite'});
    const tryOut = async () => {
      const tried = await this.doing(() =>
        this.call('rules/try', {method: 'POST', body: {pattern: pattern.value, text: text.value}}));
      if (tried) {
        result.replaceChildren(...this.tried(tried, text.value));
      }
    };
    return h('details', {class: of('card'), open: true}, h('summary', {}, 'Add a phrase'),
      h('form', {onsubmit: async event => {
        event.preventDefault();
        const added = await this.doing(() => topic.value
          ? this.call('rules', {method: 'POST', body: {topic: topic.value, pattern: pattern.value,
            weight: Number(weight.value), why: why.value}})
          : Promise.reject(new Error('Choose the topic that the phrase speaks for.')));
        if (added) {
          this.phraseFilter = {topic: '', state: '', q: '', page: 0};
          await this.show('phrases');
          this.say('Added. Intake looks for it now.');
        }
      }},
      h('div', {class: of('row')}, field('Topic', topic), field('Phrase', pattern,
        'A regular expression over small letters, single spaces, no apostrophes; whole words only'),
      field('Weight', weight, '2 finds a topic by itself; below 0 speaks against it'), field('Why', why)),
      field('Try on', text),
      h('div', {class: 'learning-actions'}, button('Try the phrase', tryOut),
        h('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, 'Add')),
      result));
  }

  tried(tried, text) {
    const types = Object.entries(tried.workTypes).map(([type, count]) => `${words(type)} (${count})`);
    return [
      text ? note(tried.hits.length ? ['In the text it finds ', tried.hits.map((hit, index) =>
        [index ? ', ' : '', h('mark', {}, hit.words)]), '.'] : 'It finds nothing in the text.') : null,
      note(tried.found ? `It finds ${tried.found} of the build's examples: ${types.slice(0, 8).join(', ')}.`
        : 'It finds none of the build\'s examples.'),
      tried.samples.length ? table('The first of them', [['Work type', row => words(row.workType)],
        ['Words', row => h('mark', {}, row.words)], ['Text', row => h('span', {class: 'learning-clip'}, row.text)]],
      tried.samples) : null
    ].filter(part => part);
  }

  async phraseList(list) {
    const query = new URLSearchParams({...this.phraseFilter, size: PAGE_SIZE});
    ['state', 'topic'].forEach(name => this.phraseFilter[name] || query.delete(name));
    const page = await this.doing(() => this.call(`rules?${query}`));
    if (!page) {
      return;
    }
    const set = rule => async () => {
      const state = rule.state === 'ON' ? 'OFF' : 'ON';
      if (await this.doing(() => this.call(`rules/${rule.id}/state`, {method: 'PUT', body: {state}}))) {
        await this.phraseList(list);
        this.say(state === 'ON' ? 'Intake looks for it now.' : 'Intake does not look for it any more.');
      }
    };
    list.replaceChildren(page.items.length ? h('div', {class: of('card')}, table(
      'Phrases, those of analysts first', [
        ['Topic', row => words(row.topic)],
        ['Phrase', row => h('code', {class: 'learning-code'}, row.pattern)],
        ['Weight', row => row.weight, true],
        ['Why', row => row.why],
        ['From', row => row.builtIn && !row.changedBy ? 'the build' : `${row.changedBy}, ${time(row.changedAt)}`],
        ['State', row => chip(row.state === 'ON' ? 'on' : 'off', row.state.toLowerCase())],
        ['', row => [button(row.state === 'ON' ? 'Switch off' : 'Switch on', set(row), 'default',
            `${row.state === 'ON' ? 'Switch off' : 'Switch on'} ${row.pattern}`)]]
      ], page.items)) : empty('No phrase fits. Widen the search, or add one above.'),
    this.pages(page, this.phraseFilter, () => this.phraseList(list)));
  }

  // ---------------------------------------------------------------- models

  async models() {
    const [models, training] = await Promise.all([this.call('models'), this.call('models/training')]);
    const run = h('section', {class: of('card'), 'aria-live': 'polite'});
    this.run(run, training, models);
    const report = h('div', {'aria-live': 'polite'});
    const candidate = models.items.find(model => model.state === 'CANDIDATE' && model.measured);
    if (candidate) {
      report.append(...this.report(await this.call(`models/${candidate.version}/comparison`), candidate));
    }
    const compare = model => async () => {
      const figures = await this.doing(() => this.call(`models/${model.version}/comparison`));
      if (figures) {
        report.replaceChildren(...this.report(figures, model));
        report.scrollIntoView();
      }
    };
    return [run, h('section', {class: of('card')}, table('Models', [
      ['Version', row => h('code', {}, row.version)],
      ['State', row => chip({CANDIDATE: 'candidate', ACTIVE: 'in use', PREVIOUS: 'previous', DISCARDED: 'discarded'}[
        row.state], row.state.toLowerCase())],
      ['Learned', row => row.origin === 'BUILD' ? 'by the build' : `${row.createdBy}, ${time(row.createdAt)}`],
      ['', row => h('span', {class: 'learning-actions'},
        row.measured ? button('Compare', compare(row), 'default', `Compare ${row.version}`) : null,
        row.state === 'CANDIDATE' ? [
          button('Promote', this.change(`models/${row.version}/promote`,
            `${row.version} suggests from now on, on every node within half a minute.`), 'primary'),
          button('Discard', this.change(`models/${row.version}/discard`, 'Discarded. Its figures stay.'))] : null,
        row.state === 'PREVIOUS' ? button('Roll back to it', this.change('models/roll-back',
          'The previous model suggests again, on every node within half a minute.')) : null)]
    ], models.items)), report];
  }

  change(path, done) {
    return async () => {
      if (await this.doing(() => this.call(path, {method: 'POST'}))) {
        await this.show('models');
        this.say(done);
        this.body.focus();
      }
    };
  }

  run(section, training, models) {
    const running = training.state === 'RUNNING';
    const last = {
      NONE: 'No model was learned here yet. Accept candidates or add examples, then learn one; it takes a few minutes.',
      DONE: `Learned ${training.version} on ${time(training.seenAt)}, started by ${training.startedBy}.`,
      CANCELED: 'The last run was canceled; nothing of it stays.',
      FAILED: training.message,
      LOST: 'The last run ended with its node. Start it again.'
    }[training.state];
    section.replaceChildren(h('h2', {}, 'Learn a new model'),
      running
        ? h('div', {}, h('p', {}, training.cancelAsked ? 'Canceling…'
          : `${STAGES[training.stage]}: ${training.done} of ${training.steps}`),
        h('progress', {max: training.steps || 1, value: training.done, 'aria-label': STAGES[training.stage]}),
        h('p', {}, button('Cancel', async () => {
          await this.doing(() => this.call('models/training', {method: 'DELETE'}), 'Canceling.');
        })))
        : h('div', {}, note(last), button('Learn', async () => {
          const started = await this.doing(() => this.call('models/training', {method: 'POST'}));
          if (started) {
            this.run(section, started, models);
          }
        }, 'primary')));
    if (running) {
      setTimeout(() => this.poll(section, models), POLL);
    }
  }

  async poll(section, models) {
    if (!section.isConnected) {
      return;
    }
    const training = await this.doing(() => this.call('models/training'));
    if (training && training.state !== 'RUNNING') {
      this.show('models');
    } else if (section.isConnected) {
      this.run(section, training || {state: 'RUNNING', stage: 'reading', done: 0, steps: 1}, models);
    }
  }

  report(report, model) {
    const better = (figure, higher) => {
      const difference = report.after[figure] - report.before[figure];
      const good = higher ? difference > 0 : difference < 0;
      return Math.abs(difference) < 0.0005 ? 'the same' : h('span', {class: good ? 'better' : 'worse'},
        `${difference > 0 ? '+' : '−'}${percent(Math.abs(difference))} ${good ? 'better' : 'worse'}`);
    };
    const before = new Map(report.before.workTypes.map(one => [one.workType, one]));
    const types = report.after.workTypes.map(one => ({...one, was: before.get(one.workType)}))
      .filter(one => one.was && (one.was.recall !== one.recall || one.was.precision !== one.precision));
    const count = verdict => report.changed.filter(one => one.verdict === verdict).length;
    return [
      h('section', {class: of('card')}, h('h2', {}, `${model.version} beside ${report.comparedWith}`),
        note(`Learned from ${report.learnedFrom} examples in ${report.seconds} s, measured on ${report.after.messages} `
          + 'messages that nothing was ever learned from.'),
        table('Before and after', [['', row => row[1]], ['Before', row => percent(report.before[row[0]]), true],
          ['After', row => percent(report.after[row[0]]), true], ['Change', row => better(row[0], row[3])],
          ['', row => row[2]]], FIGURES)),
      h('section', {class: of('card')}, report.changed.length
        ? [note(`${report.changed.length} messages are answered otherwise: ${count('BETTER')} better, `
          + `${count('WORSE')} worse, ${count('OTHER')} wrong both times.`),
        table('Messages that are answered otherwise', [
          ['', row => chip(row.verdict.toLowerCase(), row.verdict.toLowerCase())],
          ['Truly', row => words(row.workType)],
          ['Before', row => `${words(row.before)} ${percent(row.confidenceBefore)}`],
          ['After', row => `${words(row.after)} ${percent(row.confidenceAfter)}`],
          ['Message', row => h('span', {class: 'learning-clip'}, row.text)]
        ], report.changed)]
        : empty('No frozen message is answered otherwise.')),
      types.length ? h('section', {class: of('card')}, table('Work types that changed', [
        ['Work type', row => words(row.workType)], ['Messages', row => row.examples, true],
        ['Precision before', row => percent(row.was.precision), true], ['after', row => percent(row.precision), true],
        ['Recall before', row => percent(row.was.recall), true], ['after', row => percent(row.recall), true]
      ], types)) : null,
      report.after.confusions.length ? h('details', {class: of('card')},
        h('summary', {}, 'What is still mistaken for what'),
        table('Most frequent first', [['Truly', row => words(row.truth)], ['Suggested', row => words(row.suggested)],
          ['Messages', row => row.count, true]], report.after.confusions)) : null
    ].filter(part => part);
  }
}

export default register('learning', 'Learning', 105, LearningPage);
