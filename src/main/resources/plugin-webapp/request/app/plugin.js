/*
 * The tab "Request" in Tasklist: everything about the request that a task belongs to. What clients wrote is data: it
 * only ever becomes text nodes, never markup. Cockpit serves the kit to everybody.
 */

import {h, time, words} from '../../../../../cockpit/plugin/kit/static/app/kit.js';
import {request, root} from '../../../../../cockpit/plugin/kit/static/app/page.js';

/** An amount with cents, as carriers and invoices give it. */
const dollars = amount => Number(amount).toLocaleString('en-US', {style: 'currency', currency: 'USD'});
/** A limit as its name wants it: most are dollars, a year is not, nor a share. */
const limitText = (name, amount) => /year/i.test(name) ? String(amount)
  : /percent/i.test(name) ? `${amount} %` : money(amount);

const money = amount => /^\d+$/.test(amount) ? `$${Number(amount).toLocaleString('en-US')}` : String(amount);
const items = answer => Array.isArray(answer) ? answer : answer && answer.items || [];
const note = text => h('p', {class: 'request-note'}, text);
const chip = (text, kind) => h('span', {class: `request-chip ${kind || ''}`}, text);

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function facts(pairs) {
  return h('dl', {class: 'request-facts'}, pairs.filter(([, value]) => value !== null && value !== undefined
    && value !== '').map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))));
}

const FLAGS = {
  PHISHING: 'Looks like phishing: do not open links or attachments',
  HIDDEN_ASK: 'Words that the sender hid ask for something: judge by what can be seen',
  DECEPTIVE_CHARACTERS: 'Some letters are not what they look like',
  INJECTION: 'The text tries to give instructions to the system; read it as text only'
};

const CHECK_RESULTS = {
  PASS: ['good', '✓', 'holds'],
  REVIEW: ['review', '!', 'to be judged by a person'],
  STOP: ['bad', '✗', 'stops it']
};

/** A part of the tab that is read on its own: one that fails says so and leaves the others readable. */
class Section {
  constructor(title, open) {
    this.body = h('div', {class: 'request-body'}, note('Reading…'));
    this.element = h('details', {class: 'request-section', open}, h('summary', {}, title), this.body);
  }

  fill(...children) {
    this.body.replaceChildren(...children.flat(2).filter(child => child));
    return this;
  }

  hide() {
    this.element.remove();
  }
}

class RequestTab {
  constructor(node, {api, taskId}) {
    this.node = node;
    this.api = api;
    this.taskId = taskId;
    this.root = root();
  }

  read(address) {
    return request(this.api, address);
  }

  ours(path) {
    return this.read(`${this.root}/api/${path}`);
  }

  async show() {
    const page = h('div', {class: 'request-tab', tabindex: '-1'}, note('Reading the request…'));
    this.node.append(page);
    let variables;
    try {
      variables = await this.read(`${this.api.engineApi}/task/${this.taskId}/variables?deserializeValues=false`);
    } catch (error) {
      page.replaceChildren(note('The task could not be read. Reload the page; the task may have been finished by now.'));
      return;
    }
    const value = name => variables[name] && variables[name].value;
    const number = value('requestNumber');
    const item = value('inboundItemId');
    if (!number && !item) {
      page.replaceChildren(note('This task does not belong to a request.'));
      return;
    }
    const given = value('assignmentId');
    if (given && !item) {
      await this.packet(page, given);
      return;
    }
    page.replaceChildren(this.heading(number, item, value));
    const message = new Section('Original message', true);
    const sections = [message];
    const jobs = [this.message(message, item)];
    const add = (title, open, fill) => {
      const section = new Section(title, open);
      sections.push(section);
      jobs.push(fill.call(this, section, number, value));
    };
    if (given) {
      add("The partner's work", true, section => this.partnerWork(section, given));
    }
    if (number) {
      add('Certificate', true, this.certificate);
      add('Checks', true, this.checks);
      add('Policies as the AMS has them now', true, this.policies);
      add('Policies as the carrier has them now', false, this.carrierRecords);
      add('Documents', true, this.documents);
      add('Decisions so far', true, this.decisions);
      add('Timeline', false, this.timeline);
    } else {
      add('What work is this?', true, value('refusalReason') ? this.refused : this.triage);
    }
    page.append(...sections.map(section => section.element));
    await Promise.all(jobs);
  }

  /** All that a partner sees: the packet in the place of the request. */
  async packet(page, id) {
    try {
      const work = await this.ours(`partner/work/${encodeURIComponent(id)}`);
      const asked = new Section('What is asked', true);
      asked.fill(work.text ? h('div', {class: 'request-text', tabindex: '0', 'aria-label': 'Words of the requester'},
        work.text) : note('The request has no text that goes along.'));
      const files = new Section('Files', true);
      files.fill(this.partnerFiles(id, 'From the requester', work.files),
        work.withheldFiles > 0 ? note(`${work.withheldFiles} more stay with the agency. Ask for them if the work needs`
          + ' them.') : null,
        this.partnerFiles(id, 'From you', work.sentFiles), this.sending(id));
      page.replaceChildren(
        h('header', {class: 'request-heading'},
          h('div', {class: 'request-title'}, h('strong', {}, work.number), chip(words(work.workType), 'main'),
            chip(words(work.status))),
          h('p', {class: 'request-why'}, h('b', {}, 'What to do: '), work.instructions),
          facts([['Accept by', work.status === 'OFFERED' && time(work.acceptBy)],
            ...Object.entries(work.facts).map(([name, fact]) => [words(name).replace('Sla due at', 'Due'),
              /T\d\d:/.test(fact) ? time(fact) : fact.replace(/,\s*/g, ', ')]),
            ['Price', `${work.currency} ${work.price} for each ${words(work.unit).toLowerCase()}`]])),
        asked.element, files.element);
    } catch (error) {
      page.replaceChildren(note(error.status === 404 ? 'This work is not yours any more.'
        : 'The packet could not be read. Try again in a moment.'));
    }
  }

  /** What came back from a partner, for whoever reviews it. */
  async partnerWork(section, id) {
    try {
      const work = await this.ours(`partner/work/${encodeURIComponent(id)}`);
      section.fill(facts([['Result', work.result], ['Note', work.note], ['Done by', work.doneBy && `${work.doneBy},`
        + ` ${work.partner}`], ['Minutes', work.minutes], ['Units', work.units], ['Instructions', work.instructions]]),
        this.partnerFiles(id, 'From the partner', work.sentFiles));
    } catch (error) {
      section.fill(note("The partner's work could not be read. Try again in a moment."));
    }
  }

  partnerFiles(id, title, files) {
    return files.length === 0 ? null : h('div', {}, h('p', {class: 'request-forms'}, title),
      h('ul', {class: 'request-files', 'aria-label': title}, files.map(file => h('li', {},
        h('a', {download: file.filename, href: `${this.root}/api/partner/work/${encodeURIComponent(id)}`
          + `/files/${encodeURIComponent(file.id)}`}, file.filename), ` ${file.contentType}, ${size(file.size)}`))));
  }

  /** Sends one file at a time with the work. */
  sending(id) {
    const chosen = h('input', {type: 'file', 'aria-label': 'File to send with the work',
      accept: '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.txt,.csv'});
    const said = h('span', {role: 'status'});
    chosen.addEventListener('change', async () => {
      const file = chosen.files[0];
      if (!file) {
        return;
      }
      const answer = await fetch(`${this.root}/api/partner/work/${encodeURIComponent(id)}/files?filename=`
        + encodeURIComponent(file.name), {method: 'POST', credentials: 'same-origin', body: file,
        headers: {Accept: 'application/json', 'Content-Type': file.type, 'X-XSRF-TOKEN': this.api.CSRFToken}});
      const told = await answer.json().catch(() => ({}));
      said.textContent = answer.ok ? ` ${told.filename} has been sent.`
        : ` ${told.detail || 'It could not be sent. Try again in a moment.'}`;
      chosen.value = '';
    });
    return h('p', {class: 'request-forms'}, 'Send a file: ', chosen, said);
  }

  heading(number, item, value) {
    const title = h('div', {class: 'request-title'}, h('strong', {}, number || item),
      value('workType') ? chip(words(value('workType')), 'main') : null,
      value('priority') ? chip(value('priority'), value('priority') === 'P1' ? 'late' : '') : null,
      value('status') ? chip(words(value('status'))) : null);
    const due = value('slaDueAt');
    const late = due && new Date(due) < new Date();
    return h('header', {class: 'request-heading'}, title,
      value('stopReason') ? h('p', {class: 'request-why'}, h('b', {}, 'Why a person: '), value('stopReason')) : null,
      facts([
        ['Client', value('clientName') || (number ? 'Not identified' : null)],
        ['Subject', value('subject')],
        ['This request is for', value('askText') && h('q', {}, value('askText'))],
        ['From', [value('senderName'), value('senderAddress')].filter(Boolean).join(', ')],
        ['Sender is', value('senderRole') && words(value('senderRole'))],
        ['Policies', value('policyNumbers') && value('policyNumbers').replace(/,\s*/g, ', ')],
        ['State', value('state')],
        ['Due', due && h('span', {class: late ? 'request-late' : ''}, time(due), late ? ' (overdue)' : '')],
        ['Hard date', value('hardDate') && h('b', {}, time(value('hardDate')))],
        ['Needed by', value('neededBy') && time(value('neededBy'))],
        ['Property', value('propertyLocation')],
        ['Loan', value('loanNumber')],
        ['Lender demands', value('lenderDemands') && value('lenderDemands').split(',').map(demand => {
          const [name, amount] = demand.split(':');
          return words(name) + (amount ? ` ${money(amount)}` : '');
        }).join(', ')],
        ['Still missing', value('missing') && value('missing').split(',').map(words).join(', ')],
        ['License', value('licenseRequired')
          ? `Required: ${value('licenseState') || ''} ${value('licenseLines') || ''}` : null],
        ['Also asked for', value('secondaryWorkTypes')
          && value('secondaryWorkTypes').split(',').map(words).join(', ')]
      ]));
  }

  async message(section, item) {
    if (!item) {
      section.fill(note('This request was not opened by a message.'));
      return;
    }
    try {
      const message = await this.ours(`inbound-items/${encodeURIComponent(item)}/message`);
      section.fill(
        (message.flags || []).length > 0
          ? h('p', {class: 'request-flags'}, message.flags.map(flag => chip(FLAGS[flag] || words(flag), 'warn'))) : null,
        message.reason ? h('p', {class: 'request-why'}, message.reason) : null,
        facts([['From', message.from], ['To', message.to], ['Subject', message.subject],
          ['Received', time(message.receivedAt)]]),
        h('div', {class: 'request-text', tabindex: '0', 'aria-label': 'Text of the message'},
          message.text || '(no text)'),
        this.further('Forwarded message', message.forwarded),
        this.further('Quoted earlier text', message.quoted),
        this.further('Hidden text, which a reader of the message does not see', message.hidden),
        this.attachments(item, message.attachments || []));
    } catch (error) {
      section.fill(note(error.status === 404 || error.status === 403
        ? 'The message is not open to you. Ask a colleague of the agency if you need it.'
        : 'The message could not be read. Try again in a moment.'));
    }
  }

  further(title, text) {
    return text ? h('details', {}, h('summary', {class: 'request-more'}, title),
      h('div', {class: 'request-text', tabindex: '0', 'aria-label': title}, text)) : null;
  }

  attachments(item, attachments) {
    if (attachments.length === 0) {
      return note('No attachments.');
    }
    return h('ul', {class: 'request-files', 'aria-label': 'Attachments'}, attachments.map(file => h('li', {},
      h('a', {download: file.filename, href: `${this.root}/api/inbound-items/${encodeURIComponent(item)}`
        + `/attachments/${encodeURIComponent(file.id)}`}, file.filename),
      ` ${file.contentType}, ${size(file.size)}`)));
  }

  async policies(section, number) {
    try {
      const policies = items(await this.ours(`requests/${number}/policies`));
      section.fill(policies.length === 0
        ? note('The AMS has no policies for this client, or the client is not identified.')
        : policies.map(policy => this.policy(policy)));
    } catch (error) {
      section.fill(note(error.status === 403 ? 'The policies are not open to you.'
        : 'The AMS does not answer; try again in a moment. Nothing shown here is old data.'));
    }
  }

  policy(policy) {
    const standing = ['ACTIVE', 'RENEWING', 'REINSTATED'].includes(policy.status);
    const limits = Object.entries(policy.limits || {});
    return h('article', {class: 'request-policy'},
      h('h4', {}, policy.number, ' ', chip(words(policy.status), standing ? 'good' : 'warn'),
        policy.cancellationDate ? chip(`Cancels ${time(policy.cancellationDate)}`, 'late') : null),
      h('p', {}, `${(policy.lines || []).map(words).join(', ')} with ${policy.carrierName || 'an unknown insurer'}`
        + `${policy.naic ? ` (NAIC ${policy.naic})` : ''}, ${time(policy.effective)} to ${time(policy.expiration)}`),
      limits.length === 0 ? note('The AMS gives no limits for this policy; look at the policy itself.')
        : h('table', {class: 'request-limits'}, h('tbody', {}, limits.flatMap(([line, values]) =>
          Object.entries(values).map(([limit, amount], index) => h('tr', {},
            h('th', {scope: 'row'}, index === 0 ? line : ''), h('td', {}, words(limit)),
            h('td', {class: 'amount'}, limitText(limit, amount))))))),
      (policy.additionalInterests || []).map(interest => h('p', {class: 'request-forms'}, `${words(interest.nature)}: `,
        [interest.name, interest.address, interest.loanNumber && `loan ${interest.loanNumber}`, interest.item]
          .filter(Boolean).join(', '))),
      (policy.forms || []).length > 0 ? h('p', {class: 'request-forms'}, 'Endorsements: ',
        policy.forms.map(form => [form.number, form.edition].filter(Boolean).join(' ')).join(', ')) : null);
  }

  /** Loaded beside everything else; a silent carrier only leaves its sentence here. */
  async carrierRecords(section, number) {
    try {
      const records = items(await this.ours(`requests/${number}/carrier-records`));
      if (records.length === 0) {
        section.hide();
        return;
      }
      section.fill(records.map(record => this.carrierRecord(number, record)));
    } catch (error) {
      if (error.status === 403) {
        section.hide();
        return;
      }
      section.fill(note('What the carrier has could not be read. Try again in a minute, or look at its website.'));
    }
  }

  carrierRecord(number, record) {
    if (record.sentence) {
      return h('article', {class: 'request-policy'}, h('h4', {}, record.policyNumber), note(record.sentence));
    }
    const {policy, billing} = record;
    const overdue = billing && Number(billing.pastDue.amount) > 0;
    return h('article', {class: 'request-policy'},
      h('h4', {}, policy.number, ' ', chip(words(policy.status)), overdue ? chip('Past due', 'late') : null),
      h('p', {}, `${policy.insured} with ${record.carrierName} (NAIC ${policy.naic}), ${time(policy.effective)} to `
        + time(policy.expiration)),
      facts([
        ['Premium', policy.premium && dollars(policy.premium.amount)],
        ['Balance', billing && dollars(billing.balance.amount)],
        ['Past due', overdue && h('span', {class: 'request-late'}, dollars(billing.pastDue.amount))],
        ['Next due', billing && billing.nextDue && time(billing.nextDue)]]),
      h('table', {class: 'request-limits'}, h('tbody', {}, Object.entries(policy.coverages).map(([name, terms]) =>
        h('tr', {}, h('th', {scope: 'row'}, name), h('td', {}, terms))))),
      policy.parties.map(party => h('p', {class: 'request-forms'}, `${words(party.subject)}: ${party.name}`)),
      record.documents.length === 0 ? null
        : h('ul', {class: 'request-files', 'aria-label': 'Documents at the carrier'}, record.documents.map(file =>
          h('li', {}, h('a', {download: file.name, href: `${this.root}/api/requests/${number}/carrier-records/`
            + `${encodeURIComponent(record.policyNumber)}/documents/${encodeURIComponent(file.id)}`}, file.name),
          ` ${time(file.date)}`))));
  }

  async checks(section, number) {
    try {
      const checks = items(await this.ours(`requests/${number}/checks`));
      if (checks.length === 0) {
        section.hide();
        return;
      }
      section.fill(h('ul', {class: 'request-checks'}, checks.map(check => {
        const [kind, mark, meaning] = CHECK_RESULTS[check.result] || CHECK_RESULTS.REVIEW;
        return h('li', {class: kind}, h('span', {class: 'mark', 'aria-hidden': 'true'}, mark),
          h('div', {}, h('b', {}, check.name), ` ${meaning}`,
            check.reason ? h('p', {}, check.reason) : null));
      })));
    } catch (error) {
      if (error.status === 404) {
        section.hide();
      } else {
        section.fill(note('The checks could not be read. Try again in a moment.'));
      }
    }
  }

  /** What would go out, or did, as a picture of its page: this page may not open a PDF viewer inside itself. */
  async certificate(section, number) {
    try {
      const latest = items(await this.ours(`requests/${number}/certificates`)).pop();
      if (!latest || !latest.documentId) {
        section.hide();
        return;
      }
      const file = `${this.root}/api/requests/${number}/documents/${encodeURIComponent(latest.documentId)}`;
      section.fill(
        facts([['Document', latest.title], ['Version', `${latest.version}, ${words(latest.status).toLowerCase()}`],
          ['For', latest.holderName], ['Deliver to', latest.deliverTo]]),
        h('a', {target: '_blank', rel: 'noopener', href: file},
          h('img', {class: 'request-page', src: `${file}/preview`, alt: `${latest.title}, version ${latest.version},`
            + ' first page; opens the document'})));
    } catch (error) {
      if (error.status === 404) {
        section.hide();
      } else {
        section.fill(note('The certificate could not be read. Try again in a moment.'));
      }
    }
  }

  async documents(section, number) {
    try {
      const documents = items(await this.ours(`requests/${number}/documents`));
      section.fill(documents.length === 0 ? note('No documents yet.')
        : h('ul', {class: 'request-files'}, documents.map(file => h('li', {},
          h('a', {target: '_blank', rel: 'noopener',
            href: `${this.root}/api/requests/${number}/documents/${encodeURIComponent(file.id)}`}, file.filename),
          ` ${words(file.kind)}, ${words(file.status)}, ${time(file.createdAt)}`))));
    } catch (error) {
      section.fill(note('The documents could not be read. Try again in a moment.'));
    }
  }

  entries(entries) {
    return h('ol', {class: 'request-timeline'}, entries.map(entry => h('li', {},
      h('time', {datetime: entry.at}, time(entry.at)),
      h('div', {}, h('b', {}, entry.title), entry.person ? h('span', {class: 'actor'},
        ` by ${entry.person}${entry.license ? `, license ${entry.license}` : ''}`) : null,
        entry.detail ? h('p', {}, entry.detail) : null))));
  }

  async decisions(section, number) {
    try {
      const decisions = items(await this.ours(`requests/${number}/decisions`));
      section.fill(decisions.length === 0 ? note('No decision has been made yet.')
        : h('ol', {class: 'request-timeline'}, decisions.map(decision => this.decision(decision))));
    } catch (error) {
      section.fill(note(error.status === 403 ? 'The decisions are not open to you.'
        : 'The decisions could not be read. Try again in a moment.'));
    }
  }

  /** The sentence for whoever wants to know why; what the table saw and gave for whoever doubts it. */
  decision(decision) {
    const values = entries => facts(Object.entries(entries).map(([name, value]) => [words(name),
      value === true ? 'Yes' : value === false ? 'No' : value === null || value === '' ? '–' : [value].flat().join(', ')]));
    return h('li', {}, h('time', {datetime: decision.at}, time(decision.at)),
      h('div', {}, h('b', {}, decision.name), h('p', {}, decision.sentence),
        h('details', {}, h('summary', {class: 'request-more'}, 'Rules and values'),
          note(`Table ${decision.decision}${decision.version ? `, version ${decision.version}` : ''}`
            + `${decision.person ? `, by ${decision.person}` : ''}`),
          decision.rules.length === 0 ? note('No rule fired.') : h('ul', {}, decision.rules.map(rule =>
            h('li', {class: 'request-rule'}, h('code', {}, rule.id), rule.why ? ` ${rule.why}` : ''))),
          h('h5', {}, 'What the table saw'), values(decision.inputs),
          h('h5', {}, 'What it decided'), values(decision.outputs))));
  }

  async timeline(section, number) {
    try {
      section.fill(this.entries(items(await this.ours(`requests/${number}/timeline`))));
    } catch (error) {
      section.fill(note('The timeline could not be read. Try again in a moment.'));
    }
  }

  async refused(section, number, value) {
    section.fill(note(value('refusalReason')));
  }

  /** What a person needs to say what work an item is, and one click for each thing they may say. */
  async triage(section, number, value) {
    const item = value('inboundItemId');
    try {
      const seen = await this.ours(`inbound-items/${encodeURIComponent(item)}/triage`);
      const answers = await Promise.all(seen.answers.map(answer =>
        this.ours(`inbound-items/${encodeURIComponent(answer)}/message`)));
      const chosen = new Set(seen.intents.map(intent => intent.workType));
      section.fill(
        answers.map(answer => [h('p', {class: 'request-why'}, `The sender answered on ${time(answer.receivedAt)}:`),
          h('div', {class: 'request-text', tabindex: '0', 'aria-label': 'Answer of the sender'},
            answer.text || '(no text)')]),
        h('div', {class: 'request-text', tabindex: '0', 'aria-label': 'Text with the words that led to the suggestion'},
          this.marked(seen.text, seen.spans)),
        this.furtherWork(seen.intents, chosen),
        this.suggestions(seen, chosen),
        this.merging(seen.candidates),
        seen.canAsk ? this.asking() : note('The sender has no e-mail address; call to ask.'),
        h('p', {class: 'request-forms'}, `Suggested by ${seen.modelVersion}.`));
    } catch (error) {
      section.fill(note('The suggestions could not be read. Use the form, or try again in a moment.'));
    }
  }

  /** The text with its marked places; text nodes only. */
  marked(text, spans) {
    const parts = [];
    let at = 0;
    [...spans].sort((one, other) => one.start - other.start).forEach(({start, end}) => {
      if (start >= at) {
        parts.push(text.slice(at, start), h('mark', {}, text.slice(start, end)));
        at = end;
      }
    });
    return [...parts, text.slice(at) || (parts.length === 0 ? '(no text)' : '')];
  }

  furtherWork(intents, chosen) {
    if (intents.length === 0) {
      return null;
    }
    return h('fieldset', {class: 'request-triage'}, h('legend', {}, 'It also asks for; a request is opened for each'),
      intents.map(intent => {
        const box = h('input', {type: 'checkbox', checked: true});
        box.addEventListener('change', () => box.checked
          ? chosen.add(intent.workType) : chosen.delete(intent.workType));
        return h('label', {}, box, ` ${words(intent.workType)}, ${Math.round(intent.confidence * 100)} % `,
          h('q', {}, intent.text));
      }));
  }

  suggestions(seen, chosen) {
    const open = workType => ({triageDecision: 'OPEN', workType,
      furtherWorkTypes: [...chosen].filter(type => type !== workType).join(',') || 'NONE'});
    return h('ul', {class: 'request-triage', 'aria-label': 'Suggestions'}, seen.suggestions.map(one => h('li', {},
      this.button(`Accept ${words(one.workType)}`, () => open(one.workType)),
      ` ${Math.round(one.confidence * 100)} %`, h('p', {}, one.reasons.join('; ')))),
      h('li', {}, this.button('Not work', () => ({triageDecision: 'OPEN', workType: 'NOT_WORK',
        furtherWorkTypes: 'NONE'}))));
  }

  merging(candidates) {
    if (candidates.length === 0) {
      return null;
    }
    const list = h('select', {'aria-label': 'Open request of the client'}, candidates.map(request =>
      h('option', {value: request.number}, `${request.number} ${words(request.workType || 'not classified')}, `
        + `${words(request.status).toLowerCase()}: ${request.subject || ''}`)));
    return h('p', {class: 'request-triage'}, list, ' ',
      this.button('Merge into this request', () => ({triageDecision: 'MERGE', requestNumber: list.value})));
  }

  asking() {
    const question = h('textarea', {rows: '3', 'aria-label': 'Question to the sender'});
    return h('p', {class: 'request-triage'}, question, ' ',
      this.button('Ask the sender', () => ({triageDecision: 'ASK', question: question.value})));
  }

  /** Decides the task: claims it if nobody has, completes it with these variables, and shows the list again. */
  button(label, variables) {
    const said = h('span', {role: 'status'});
    const button = h('button', {type: 'button', class: 'btn btn-default'}, label);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const task = `${this.api.engineApi}/task/${this.taskId}`;
        if (!(await this.read(task)).assignee) {
          const me = await this.read(`${this.root}/operaton/api/admin/auth/user/default`);
          await this.send(`${task}/claim`, {userId: me.userId});
        }
        await this.send(`${task}/complete`, {variables: Object.fromEntries(Object.entries(variables())
          .map(([name, value]) => [name, {value, type: 'String'}]))});
        window.location.hash = '#/';
        window.location.reload();
      } catch (error) {
        said.textContent = ` ${error.message}`;
        button.disabled = false;
      }
    });
    return h('span', {}, button, said);
  }

  async send(address, body) {
    const answer = await fetch(address, {method: 'POST', credentials: 'same-origin', body: JSON.stringify(body),
      headers: {Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': this.api.CSRFToken}});
    if (!answer.ok) {
      const told = await answer.json().catch(() => ({}));
      // The engine wraps what a listener said; only that is for people.
      const said = String(told.message || told.detail || '').replace(/^.*TaskListener: /s, '').replace(/'$/, '');
      throw new Error(said || 'It could not be done. Try again in a moment.');
    }
  }
}

export default [
  {
    id: 'request-tab',
    pluginPoint: 'tasklist.task.detail',
    // Before the form, which has 1000: a person reads what is asked before they answer.
    priority: 1100,
    properties: {label: 'Request'},
    render: (node, parameters) => {
      new RequestTab(node, parameters).show();
    }
  }
];
