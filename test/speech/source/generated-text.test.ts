import { CHOICE } from '../../../lambda/speech/signals';
import { withoutLeftovers } from '../../../lambda/speech/source/generated-text';

type Row = readonly [written: string, shown: string];

function expectShown(rows: readonly Row[]) {
  const shown = rows.map(([written]) => [written, withoutLeftovers(written).replaceAll(CHOICE, '•')]);
  expect(shown).toEqual(rows);
}

function expectLeft(texts: readonly string[]) {
  expectShown(texts.map((text) => [text, text]));
}

describe('what was thought before the answer', () => {
  test('is gone with its tags', () => {
    expectShown([
      ['<think>They want hours.</think>We open at nine.', ' We open at nine.'],
      ['&lt;think&gt;They want hours.&lt;/think&gt;We open at nine.', ' We open at nine.'],
      ['[THINK]They want hours.[/THINK]We open at nine.', ' We open at nine.'],
      ['◁think▷They want hours.◁/think▷We open at nine.', ' We open at nine.'],
      ['<thinking budget="9">Hm.</thinking>We open at nine.', ' We open at nine.'],
      ['<thought_process>Hm.</thought_process>We open at nine.', ' We open at nine.'],
      ['<thoughtprocess>Hm.</thoughtprocess>We open at nine.', ' We open at nine.'],
      ['<thought>Hm.</thought><thoughts>So.</thoughts>We open at nine.', '  We open at nine.'],
      ['<innermonologue>Hm.</innermonologue><inner_monologue>So.</inner_monologue>Open.', '  Open.'],
      ['Hello. <think>Use <think> tags.</think>We open at nine.', 'Hello.  We open at nine.'],
      ['They want hours, I think.</think>We open at nine.', 'We open at nine.'],
      ['One thing.</think>Another.</think>We open at nine.', 'We open at nine.'],
      ['<think>They want hours, so I', ''],
      ['<p><think>They want hours, so I', ''],
      ['<div><think>They want hours, so I', ''],
      ['[think] They want hours, so I', ''],
    ]);
  });

  test('is gone with the tools that were called', () => {
    expectShown([
      ['Let me look.<tool_call>{"name": "hours"}</tool_call>We open at nine.', 'Let me look. We open at nine.'],
      ['Let me look.<toolcalls>hours</toolcalls>We open at nine.', 'Let me look. We open at nine.'],
      ['One.<tool_use>a</tool_use>Two.<tooluse>b</tooluse>Three.', 'One. Two. Three.'],
      ['One.<tool_result>a</tool_result>Two.<toolresults>b</toolresults>Three.', 'One. Two. Three.'],
      ['One.<tool_output>a</tool_output>Two.<tool_outputs>b</tool_outputs>Three.', 'One. Two. Three.'],
      ['One.<function_call>a</function_call>Two.<functioncalls>b</functioncalls>Three.', 'One. Two. Three.'],
      ['One.<function_result>a</function_result>Two.<functionresults>b</functionresults>Three.', 'One. Two. Three.'],
      ['One.</tool_call>Two.', 'One. Two.'],
      ['One.</invoke>Two.</tool_call>Three.', 'One. Two. Three.'],
    ]);
  });

  test('is a word elsewhere', () => {
    expectShown([
      ['Tell me your <thought> now', 'Tell me your  <thought> now'],
      ['Tell us. <think> about it', 'Tell us.  <think> about it'],
      ['[analysis] of your order', ' [analysis] of your order'],
    ]);
    expectLeft(['Type `<think>` and `</think>` around it.', 'Tell me what you <think', 'We [rethink] it.']);
  });

  test('is another channel', () => {
    expectShown([
      [
        '<|channel|>analysis<|message|>They want\nhours.<|end|><|start|>assistant<|channel|>final<|message|>We open at nine.<|return|>',
        '    We open at nine. ',
      ],
      ['<|channel|> commentary to=functions.hours<|message|>{}<|call|>We open at nine.', ' We open at nine.'],
      ['<|channel|>analysis<|message|>They want hours', ' '],
      ['<|im_start|>assistant\nWe open at nine.<|im_end|>', ' \nWe open at nine. '],
      ['<|im_start|> assistant\nWe open at nine.<|im_end|>', ' \nWe open at nine. '],
      ['We open at nine.<|eot_id|>', 'We open at nine. '],
      ['[INST] When do you open? [/INST] We open at nine.', '  We open at nine.'],
      ['[INST] We open at nine. [/INST] </s>', '[INST] We open at nine. [/INST] </s>'],
      ['<s> [INST] <<SYS>>Be nice.<</SYS>> When? [/INST] We open at nine.</s>', '  We open at nine.</s>'],
      ['<<SYS>>Be nice.<</SYS>> We open at nine.', '  We open at nine.'],
      [
        '<start_of_turn>user\nWhen?<end_of_turn>\n<start_of_turn>\nmodel\nWe open at nine.<end_of_turn>',
        '  \n \nWe open at nine. ',
      ],
    ]);
  });

  test('is a step', () => {
    expectShown([
      [
        'Thought: They want hours.\nAction: look\nAction Input: hours\nObservation: 9\nFinal Answer: We open at nine.',
        ' We open at nine.',
      ],
      ['Hello.\nAction: look\nFinal Answer: We open at nine.', 'Hello.\n We open at nine.'],
      ['Action Input: hours\nFinal Answer: We open at nine.', ' We open at nine.'],
      ['Observation: 9\nFinal Answer: We open at nine.', ' We open at nine.'],
    ]);
    expectLeft([
      'Final Answer: We open at nine.',
      'Final Answer: We open at nine.\nAction: come in.',
      'My Thought: nine.\nFinal Answer: We open at nine.',
      'Thought: nine.\nThe Final Answer: We open at nine.',
    ]);
  });

  test('is a head of a prompt', () => {
    expectShown([
      ['### Response:\nWe open at nine.', '\nWe open at nine.'],
      ['### Instruction:\nSay it.\n### Response:\nWe open at nine.\n### Input:\nMore', '\nWe open at nine.\n'],
      ['###Assistant: \nWe open at nine.\n###User:\nThanks', ' \nWe open at nine.\n'.slice(1)],
      ['We open at nine.\n### Human:\nThanks', 'We open at nine.\n'],
      ['We open at nine.\n### End', 'We open at nine.\n'],
      ['We open at nine.\n###End \nBye', 'We open at nine.\n'],
      ['We open at nine.\n### Instruction:\nSay it.', 'We open at nine.\n'],
      ['We open at nine.\n### End of answer', 'We open at nine.\n'],
      ['### Instructions:\nSay it.\n### Output:\nOpen.\n### Output:\nClosed.', '\nOpen.\n'],
    ]);
    expectLeft([
      '### Opening hours\nWe open at nine.',
      '### Response: We open at nine.',
      '### End of the line\nWe open at nine.',
      'See ### Response:',
      'The sign says ### End',
    ]);
  });
});

describe('tags around an answer', () => {
  test('are gone', () => {
    expectShown([
      ['<answer>We open at nine.</answer>', ' We open at nine. '],
      ['<final_answer lang="en">\nWe open at nine.\n</FINAL_ANSWER>', ' \nWe open at nine.\n '],
      ['<a-b.c:d>Open.</a-b.c:d>', ' Open. '],
      [
        'Open.<confidence>0.9</confidence><sources>a, b</sources><source_ids>1</source_ids><source_id>1</source_id>',
        'Open.    ',
      ],
      ['Open.<meta_data>a</meta_data><session_id>7</session_id><sessionid>7</sessionid>', 'Open.   '],
      [
        'Open.<source>a</source><message_id></message_id><source_list>a</source_list><messageid>7</messageid><token>7</token>',
        'Open.     ',
      ],
      ['Which?<buttons>Red|Blue</buttons>', 'Which?\n\n•Red•Blue\n\n'],
    ]);
  });

  test('are left where they are elements, alone or code', () => {
    expectLeft([
      '<b>Open</b> and <strong class="x">new</strong>',
      'Your <answer> is here, <b>Ann</b>.',
      'Your </answer> is here.',
      'Use `<answer>` and `</answer>` here.',
      'Use\n```\n<answer>Yes.</answer>\n```\nhere.',
      'That is 1 < 2 and </3.',
    ]);
  });
});

describe('the mark of a source', () => {
  test('is gone behind a word or a sentence', () => {
    expectShown([
      ['Two years【4:0†source】, parts too【4†manual.pdf】 and【12】 more【3:12】.', 'Two years, parts too and more.'],
      ['Two years.[1]', 'Two years.'],
      ['Two years[1][2], parts too[^3].', 'Two years, parts too.'],
      ['Two years[1, 2][3–5][6-7].', 'Two years.'],
      ['He said “two years.”[1] It is 5 %[2] of 9[3].', 'He said “two years.” It is 5 % of 9.'],
      ['Two years<sup>[1]</sup>.', 'Two years.'],
      ['Two years [1].', 'Two years.'],
      ['Two years [1, 2] [3]. Parts too.', 'Two years. Parts too.'],
      ['It is “new” [1], he said.', 'It is “new”, he said.'],
      ['保証は二年 [1]。', '保証は二年。'],
      ['गारंटी दो साल की है [1]।', 'गारंटी दो साल की है।'],
      ['Two years. [1][2]\nParts too.” [3]', 'Two years.\nParts too.”'],
      ['Two years [doc1][doc2].', 'Two years.'],
      ['Two years. [Source 1] Parts too [source 12].', 'Two years. Parts too.'],
      ['Two years<ref>1</ref>, parts <cite>[12]</cite> too.', 'Two years , parts   too.'],
      ['Your number is <ref>A12</ref> here.', 'Your number is  A12  here.'],
      ['Two years [Document 12, page 3] and [doc 4].', 'Two years and.'],
      ['Two years [^note] and [^1^].', 'Two years and.'],
      ['Two years [manual.pdf#page=3].', 'Two years.'],
      ['Two years [manual.pdf] [faq.html]!', 'Two years!'],
      ['Two years [manual.docx]', 'Two years'],
      ['Two years (Source: manual.pdf), parts too.', 'Two years, parts too.'],
      ['Two years (Source:manual.pdf, page 3).', 'Two years.'],
      ['Two years (manual.pdf, p. 3).', 'Two years.'],
      ['Two years (faq.htm, page 3).', 'Two years.'],
      ['Two years (slides.ppt, page 3).', 'Two years.'],
      ['Two years (prices.xls, row 3).', 'Two years.'],
      ['Two years (manual.doc, page 3).', 'Two years.'],
      ['Two years [a.pdf], parts too [b.PDF].', 'Two years, parts too.'],
      ['Two years [manual.doc, p. 3 ff].', 'Two years.'],
      ['Two years [Quelle: handbuch.pdf].', 'Two years.'],
      ['Two years ([1] [2]).', 'Two years.'],
      ['Two years (see [1, 2]) and (vgl. [3]).', 'Two years and.'],
      ['Two years^12^.', 'Two years.'],
      ['Two years^12^', 'Two years'],
      ['It is by Adam^2^.', 'It is by Adam.'],
      ['It is in note [^1]: read it.', 'It is in note: read it.'],
      ['Two years \ue200cite\ue202turn0search0\ue201.', 'Two years.'],
      ['Two years\ue200cite\ue201.', 'Two years.'],
      ['Two years :contentReference[oaicite:0]{index=0}.', 'Two years.'],
      ['Two years [oaicite:12].', 'Two years.'],
      ['Two years:contentReference[oaicite:12]{index=12}.', 'Two years.'],
      ['Two years.[page 3](document://manual/3) Bye.', 'Two years. Bye.'],
      ['Two years[[1]](https://x.example/a).', 'Two years[](https://x.example/a).'],
      ['Two years [1](https://x.example/a).', 'Two years[](https://x.example/a).'],
      ['Two years.[^12](https://x.example/a)', 'Two years.[](https://x.example/a)'],
      ['Take it twice a day. (1)', 'Take it twice a day.'],
      ['Take it twice a day.(1)', 'Take it twice a day.'],
      ['He said “twice.”(12) \n', 'He said “twice.” \n'],
    ]);
  });

  test('is none in a menu, a sum, a link or a title', () => {
    expectLeft([
      '[1] Balance [2] Block card',
      'Which one? [1] Balance',
      '【重要】 今日は休みです',
      'Open [manual.pdf] first.',
      'Open (manual.pdf) first.',
      'See [the manual.pdf, page 3](https://x.example/a).',
      'See [^note](https://x.example/a).',
      'Two years.[page 3](https://x.example/a)',
      'We have 5 m² and [3] rooms.',
      'It is 2^10 of them.',
      'Take it twice a day (1).',
      'It is on [1] of two.',
      'Take it twice. (1) Then rest.',
      'Take it twice. (1) Then rest [a while].',
      'Which one? [1] or [2]\n[1] Balance\n[2] Card',
      '【4:0†source】',
      ' 【4:0†source】 ',
      'Press 1. (2)',
      'The list a[1]b is new.',
      '[1]',
      'It is in [doc1](https://x.example/a).',
    ]);
  });

  test('is gone with the list of files', () => {
    expectShown([
      ['Two years.\nSources:\n[1] manual.pdf\n[2] faq/hours.html\n', 'Two years.\n'],
      ['Two years.\n**Quellen:**\n\n- [^1]: handbuch.pdf\n* [12]: a.md', 'Two years.\n'],
      ['Two years.\n[1] manual.pdf', 'Two years.\n'],
    ]);
    expectLeft(['Two years.\n[1] the red manual.pdf of ours']);
  });

  test('is gone with the place of a paper', () => {
    expectShown([
      ['Walk a lot.\n¹ Heart J 2009;7(9):1272', 'Walk a lot.\n'],
      ['Walk a lot.\n[1]: Heart J. 2019;17(12):e127–1280.\nSleep.', 'Walk a lot.\nSleep.'],
      ['Walk a lot.\n** Heart J 1999;7(9):12-19\nSleep.', 'Walk a lot.\nSleep.'],
      ['Walk a lot.\n  † Heart J 2009;7:1 \nSleep.', 'Walk a lot.\nSleep.'],
      ['Walk a lot.\n¹²Heart J 2009;117:1', 'Walk a lot.\n'],
      ['Walk a lot.\n[12] Heart J 2009;7:1', 'Walk a lot.\n'],
    ]);
    expectLeft([
      'Walk a lot.\nHeart J 2009;7(9):1272',
      '* Order 12009;7:1 is here.\n* It is new.',
      'Read this: * Heart J 2009;7(9):1272',
    ]);
  });

  test('is gone with the number of its note', () => {
    expectShown([
      ['Two years[^1].\n\n[^1]: The manual', 'Two years.\n\nThe manual'],
      ['Two years[^note].\n\n  [^note]: The manual', 'Two years.\n\nThe manual'],
      ['Two years[1] [12].\n\n[1] The manual\n[12]: The shop', 'Two years.\n\nThe manual\nThe shop'],
      ['Two years[1].\n\n[2] The manual', 'Two years.\n\n[2] The manual'],
      ['Two years[1].\n\n[1]:  The manual', 'Two years.\n\nThe manual'],
      ['Two years[^1].\n\n[^1]:  The manual', 'Two years.\n\nThe manual'],
      ['Two years[1]. Then press [1] for more.', 'Two years. Then press [1] for more.'],
    ]);
  });

  test('is gone with the lines of addresses', () => {
    expectShown([
      ['Two years [1].\n\n[1]: https://x.example/a', 'Two years.\n\n[](https://x.example/a)'],
      ['Two years[1].\n[1] The manual https://x.example/a', 'Two years.\n[](https://x.example/a)'],
      ['Two years [12].\n\n## Sources\n\n  - [12]:  http://x.example/a ', 'Two years.\n\n[](http://x.example/a)'],
      ['Two years [1], see below:\n[1] https://x.example/a', 'Two years, see below:\n[](https://x.example/a)'],
      ['Two years [1]. See [1]: https://x.example/a', 'Two years. See [1]: https://x.example/a'],
      ['Two years [1].\n[1]: https://x.example/a is the manual', 'Two years.\nhttps://x.example/a is the manual'],
      [
        'Two years [11] of parts [12].\n\n  - [11]:  https://x.example/a\n  - [12]  A. Lee, Warranties',
        'Two years of parts.\n\n[](https://x.example/a)\n',
      ],
      [
        'Two years [1], parts [2].\n[1] https://x.example/a\n  [2] A. Lee, Warranties\n\nAnything else?',
        'Two years, parts.\n[](https://x.example/a)\n\n\nAnything else?',
      ],
      [
        'Two years [1], parts [2].\n[1] https://x.example/a\n[2] A. Lee, http://x.example/b, page 3',
        'Two years, parts.\n[](https://x.example/a)\n[2] A. Lee, http://x.example/b, page 3',
      ],
      [
        'Read [1]  <http://x.example/a> first. It is two years [1].\n[1] http://x.example/a',
        'Read [1]  <http://x.example/a> first. It is two years.\n[](http://x.example/a)',
      ],
      [
        '[1] is the red one. It lasts two years [1].\n[1] https://x.example/a',
        '[1] is the red one. It lasts two years.\n[](https://x.example/a)',
      ],
      [
        'Two years [1][2].\n\nSources:\n[1] The manual <https://x.example/a>\n- [2]: https://x.example/b',
        'Two years.\n\n[](https://x.example/a)\n[](https://x.example/b)',
      ],
      [
        'Two years [^1], parts too [^2].\n\n**Sources:**\n[^1]: https://x.example/a\n[^2]: A. Lee, Warranties',
        'Two years, parts too.\n\n[](https://x.example/a)\n',
      ],
      [
        'Two years [1], parts too [2].\n[1] https://x.example/a\nThat is all.\n[2] A. Lee',
        'Two years, parts too.\n[](https://x.example/a)\nThat is all.\nA. Lee',
      ],
    ]);
    expectLeft(['Pick one:\n[1] https://x.example/a\n[2] https://x.example/b']);
  });

  test('is no power of ten', () => {
    expectShown([
      ['10<sup>3</sup> and 10<sup>-12</sup> and 10<sup>−4</sup>', '10³ and 10⁻¹² and 10⁻⁴'],
      ['10<SUP>6</SUP>', '10⁶'],
      ['10^6^ and 10^-12^', '10⁶ and 10⁻¹²'],
      ['20 m^2^, 5km^2^ and 3 cm^3^', '20 m², 5km² and 3 cm³'],
    ]);
    expectLeft(['$10<sup>3</sup>', '110<sup>3</sup>', '1.10<sup>3</sup>', '10<sup>123</sup>', '$10^x^']);
  });
});

test('a text of an author is left', () => {
  expectLeft([
    'We open at nine.',
    'We open at nine (and close at five).',
    'Two plus two <is> four',
    'Is it 5 < 7? [yes] 【今日】',
  ]);
});
