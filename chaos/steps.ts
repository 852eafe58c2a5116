import { setTimeout as delay } from 'node:timers/promises';
import type { Amazon } from '../simulator/amazon';
import type { Vendor } from '../simulator/platforms/vendor';
import type { Database } from './database';
import { createKnob } from './knob';
import { fillDisk, takeDescriptors } from './limits';
import type { Planned } from './plan';
import type { Recorder } from './recorder';
import type { Relay } from './relay';
import type { Server } from './server';

/** Everything that can be broken. */
export interface World {
  readonly servers: readonly Server[];
  readonly vendor: Vendor;
  readonly amazon: Amazon;
  readonly relay: Relay;
  readonly database: Database;
  readonly recorder: Recorder;
}

/** Alexa's requests are refused by a clock that is wrong by more, in milliseconds; the rest is what she takes herself. */
const TOLERATED_MS = 100_000;

/** How soon a vendor sends a webhook again that was not taken, in milliseconds. */
export const RETRY_MS = 400;

/** What each step of a plan does. */
export function createSteps({ servers, vendor, amazon, relay, database, recorder }: World) {
  const vendorDelay = createKnob(0, (ms) => {
    vendor.behaviour.delayMs = ms;
  });
  const replies = createKnob({ replyMs: 0, gapMs: 0 }, (values) => Object.assign(vendor.deliveries, values));
  const repeats = createKnob(RETRY_MS, (ms) => {
    vendor.deliveries.retryMs = ms;
  });
  const order = createKnob<'kept' | 'reversed'>('kept', (value) => {
    vendor.deliveries.order = value;
  });
  const amazonDelay = createKnob(0, (ms) => {
    for (const service of [amazon.events, amazon.login, amazon.directives]) service.behaviour.delayMs = ms;
  });
  /** What is done to one server is done one after the other. */
  const queues = new Map<number, Promise<void>>();

  async function restart(index: number, downMs: number, clockMs = 0): Promise<void> {
    const server = servers[index];
    if (!server) return;
    const at = recorder.now();
    await server.kill();
    await delay(downMs);
    await server.start(clockMs);
    recorder.add({ kind: 'down', at, until: recorder.now(), server: index });
  }

  async function misdate(index: number, ms: number, shiftMs: number): Promise<void> {
    await restart(index, 0, shiftMs);
    const at = recorder.now();
    await delay(ms);
    const until = recorder.now();
    if (Math.abs(shiftMs) > TOLERATED_MS) recorder.add({ kind: 'misdated', at, until, server: index });
    await restart(index, 0);
  }

  function inTurn(index: number, work: () => Promise<void>): Promise<void> {
    const done = (queues.get(index) ?? Promise.resolve()).then(work);
    queues.set(index, done);
    return done;
  }

  async function during(ms: number, ...ends: readonly (() => void)[]): Promise<void> {
    await delay(ms);
    for (const end of ends) end();
  }

  return async function take(step: Planned): Promise<void> {
    switch (step.kind) {
      case 'kill':
        return inTurn(step.server, () => restart(step.server, step.ms));
      case 'clock':
        return inTurn(step.server, () => misdate(step.server, step.ms, step.shiftMs));
      case 'vendor-fails': {
        const faults = vendor.behaviour.faults.send;
        faults.push(...Array.from({ length: step.calls }, () => step.fault));
        return during(step.ms, () => faults.splice(0));
      }
      case 'vendor-slow':
        return during(step.ms, vendorDelay.turn(step.delayMs));
      case 'replies-late':
        return during(step.ms, replies.turn({ replyMs: step.replyMs, gapMs: step.gapMs }));
      case 'webhooks-shuffled':
        return during(step.ms, relay.holdMs.turn(step.holdMs), order.turn('reversed'));
      case 'answers-lost':
        return during(step.ms, relay.lost.turn(step.share), repeats.turn(step.retryMs));
      case 'webhooks-cut':
        return during(step.ms, relay.cut.turn(step.share));
      case 'amazon-fails': {
        const faults = Array.from({ length: step.calls }, () => step.status);
        amazon.events.behaviour.faults.push(...faults);
        amazon.directives.behaviour.faults.push(...faults);
        return during(step.ms, () => {
          amazon.events.behaviour.faults.splice(0);
          amazon.directives.behaviour.faults.splice(0);
        });
      }
      case 'amazon-slow':
        return during(step.ms, amazonDelay.turn(step.delayMs));
      case 'disk-full': {
        const pid = servers[step.server]?.pid;
        return pid === undefined ? undefined : during(step.ms, fillDisk(pid));
      }
      case 'few-descriptors': {
        const pid = servers[step.server]?.pid;
        if (pid === undefined) return;
        const at = recorder.now();
        await during(step.ms, takeDescriptors(pid));
        recorder.add({ kind: 'cramped', at, until: recorder.now(), server: step.server });
        return;
      }
      case 'locked':
        return database.lock(step.ms);
      case 'throttled':
        return database.proxy && during(step.ms, database.proxy.throttled.turn(step.share));
      case 'store-answers-lost':
        return database.proxy && during(step.ms, database.proxy.lost.turn(step.share));
    }
  };
}
