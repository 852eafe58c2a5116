import type { CommandDefinition } from '../command';
import { ask } from './ask';
import { capture } from './capture';
import { certify } from './certify';
import { chat } from './chat';
import { contract } from './contract';
import { converse } from './converse';
import { deploy } from './deploy';
import { doctor } from './doctor';
import { erase } from './erase';
import { fieldTest } from './field-test';
import { generate } from './generate';
import { init } from './init';
import { notifications } from './notifications';
import { report } from './report';
import { start } from './start';
import { table } from './table';
import { webhook } from './webhook';

/** In the order in which an operator meets them. */
export const COMMANDS: readonly CommandDefinition[] = [
  ...[init, doctor, chat, contract, converse, certify],
  ...[generate, deploy, start, webhook, fieldTest],
  ...[report, notifications, capture, erase, table, ask],
];
