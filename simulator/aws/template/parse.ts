import { readFileSync } from 'node:fs';
import { parseDocument, type Tags, type YAMLMap, type YAMLSeq } from 'yaml';

/** What a template is made of: JSON with CloudFormation's functions as objects of one key (`{ Ref: 'Table' }`). */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: string | number;
  readonly NoEcho?: boolean;
  readonly AllowedPattern?: string;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** A CloudFormation template, as far as ours goes. */
export interface Template {
  readonly AWSTemplateFormatVersion: string;
  readonly Parameters: Readonly<Record<string, TemplateParameter>>;
  readonly Conditions?: Readonly<Record<string, Json>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: Json }>>;
}

/** What CloudFormation answers as a `ValidationError`. */
export class TemplateError extends Error {}

const SECTIONS = ['AWSTemplateFormatVersion', 'Description', 'Parameters', 'Conditions', 'Resources', 'Outputs'];

/** The short forms of functions that our template uses; any other one is an unresolved tag, and refused. */
const TAGS: Tags = [
  { tag: '!Ref', resolve: (name: string) => ({ Ref: name }) },
  { tag: '!Sub', resolve: (text: string) => ({ 'Fn::Sub': text }) },
  { tag: '!GetAtt', resolve: (path: string) => ({ 'Fn::GetAtt': split(path) }) },
  ...['Equals', 'If', 'Not'].map((name) => ({
    tag: `!${name}`,
    collection: 'seq' as const,
    resolve: (items: YAMLMap | YAMLSeq) => ({ [`Fn::${name}`]: items.toJSON() }),
  })),
];

/** @throws TemplateError for what is no template, or uses what CloudFormation (or this stand-in) does not know */
export function parseTemplate(text: string): Template {
  // CloudFormation knows neither anchors nor merges.
  const document = parseDocument(text, { version: '1.1', customTags: (tags) => [...tags, ...TAGS] });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new TemplateError(`Template format error: YAML not well-formed. ${problem.message}`);
  const template = document.toJS({ maxAliasCount: 0 }) as Template;
  const unknown = Object.keys(template).find((section) => !SECTIONS.includes(section));
  if (unknown) throw new TemplateError(`Invalid template property or properties [${unknown}]`);
  if (template.AWSTemplateFormatVersion !== '2010-09-09') throw new TemplateError('unsupported version');
  if (Buffer.byteLength(text) > 51_200) throw new TemplateError('templateBody is longer than 51200 bytes');
  return template;
}

/** The template of a file, from the project's root. */
export function loadTemplate(path = 'infrastructure/skill-stack.yaml'): Template {
  return parseTemplate(readFileSync(path, 'utf8'));
}

function split(path: string): readonly string[] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}
