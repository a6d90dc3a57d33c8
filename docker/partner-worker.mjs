/*
 * A partner's own system, as small as it can be: takes work from the topic partner-work, asks for the packet, keeps the lock
 * while it works, and completes, fails or returns. It talks to the application over HTTP with the partner's account only.
 *
 *   npm ci
 *   PARTNER_USER=keyline-system PARTNER_PASSWORD=keyline-system PARTNER_DONE_BY=ana node docker/partner-worker.mjs
 *
 * PARTNER_URL is the application (http://localhost:8080). PARTNER_STEPS says what becomes of each task in turn (complete,
 * fail, return, malformed, unlock), the last one for all that follow. PARTNER_TASKS ends it after so many deliveries.
 */
import {BasicAuthInterceptor, Client, Variables} from 'camunda-external-task-client-js';

const url = (process.env.PARTNER_URL || 'http://localhost:8080').replace(/\/$/, '');
const user = process.env.PARTNER_USER || 'keyline-system';
const password = process.env.PARTNER_PASSWORD || user;
const doneBy = process.env.PARTNER_DONE_BY || '';
const steps = (process.env.PARTNER_STEPS || 'complete').split(',').map(step => step.trim());
const most = Number(process.env.PARTNER_TASKS || Infinity);
const LOCK = 30_000;

const say = (number, text) => console.log(`${new Date().toISOString()} ${number} ${text}`);
const told = error => error.engineMsg || error.message;

async function ours(path, options = {}) {
  const answer = await fetch(`${url}/api/partner/work/${path}`, {...options, headers: {...options.headers,
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`}});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(`${answer.status} ${body.detail || path}`);
  }
  return body;
}

function result(packet) {
  const sent = new Variables();
  sent.set('result', `${packet.workType} done for ${packet.facts.policyNumbers || 'the policy'}, confirmation K-${Date.now()}`);
  sent.set('minutes', 7);
  if (packet.unit !== 'REQUEST') {
    sent.set('units', 12);
  }
  if (doneBy) {
    sent.set('doneBy', doneBy);
  }
  return sent;
}

async function complete(task, service, packet) {
  const report = await ours(`${packet.id}/files?filename=report.txt`, {method: 'POST',
    headers: {'Content-Type': 'text/plain'}, body: `What was done about ${packet.number}`});
  say(packet.number, `sent ${report.filename}, ${report.size} bytes`);
  await service.complete(task, result(packet));
  say(packet.number, 'completed');
}

const actions = {
  complete,
  async malformed(task, service, packet) {
    const sent = new Variables();
    sent.set('result', 4711);
    await service.complete(task, sent).catch(error => say(packet.number, `refused: ${told(error)}`));
    say(packet.number, 'sends it again as it should be');
    await complete(task, service, packet);
  },
  async fail(task, service, packet) {
    const retries = task.retries === null || task.retries === undefined ? 2 : task.retries - 1;
    await service.handleFailure(task, {errorMessage: 'The carrier does not answer', errorDetails: 'HTTP 503', retries,
      retryTimeout: 1000});
    say(packet.number, `failed, ${retries} tries left`);
  },
  async return(task, service, packet) {
    await service.handleBpmnError(task, 'returned', 'This carrier is not ours');
    say(packet.number, 'returned');
  },
  async unlock(task, service, packet) {
    await service.unlock(task);
    say(packet.number, 'unlocked for another worker');
  }
};

let taken = 0;
const client = new Client({baseUrl: `${url}/engine-rest`, workerId: `${user}-${process.pid}`, maxTasks: 1, interval: 500,
  asyncResponseTimeout: 5000, interceptors: new BasicAuthInterceptor({username: user, password})});
client.on('poll:error', error => console.error(`cannot fetch: ${told(error)}`));
client.subscribe('partner-work', {lockDuration: LOCK}, async ({task, taskService}) => {
  const number = task.businessKey;
  const step = steps[Math.min(taken, steps.length - 1)];
  taken += 1;
  try {
    const packet = await ours(task.variables.get('assignmentId'));
    say(number, `took ${packet.workType}: ${packet.instructions}`);
    say(number, `knows ${Object.keys(task.variables.getAll()).sort().join(', ')}; packet: ${JSON.stringify(packet.facts)}`);
    await taskService.extendLock(task, 2 * LOCK);
    say(number, 'extended the lock');
    await actions[step](task, taskService, packet);
  } catch (error) {
    console.error(`${number} ${step}: ${told(error)}`);
  }
  if (taken >= most) {
    client.stop();
  }
});
