import fc from 'fast-check';
import { cardOf } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { voiceFor } from '../../lambda/speech/voice';
import { anyText } from './arbitraries';
import { message } from './messages';

const said = (text: string) => voiceFor('en-US').paragraphs(message({ text })).join(' ');

describe('what a language model thinks is not said', () => {
  test.each([
    ['<think>The user wants hours.</think>We open at nine.', 'We open at nine.'],
    ['<think>\nThey want hours.\n\n```\nlook it up\n</think>\n\n**We open** at nine.', 'We open at nine.'],
    ['<p>&lt;think&gt;The user wants hours.&lt;/think&gt;We open at nine.</p>', 'We open at nine.'],
    ['They want hours, I think.</think>We open at nine.', 'We open at nine.'],
    ['<think>Use <think> tags.</think>We open at nine.', 'We open at nine.'],
    ['<think>one<think>two</think>three</think>We open at nine.', 'We open at nine.'],
    ['<thinking budget="9">Hm.</thinking>We open at nine.', 'We open at nine.'],
    ['<Reasoning>Hm.</Reasoning> We open at nine.', 'We open at nine.'],
    ['[THINK]Hm.[/THINK]We open at nine.', 'We open at nine.'],
    ['◁think▷Hm.◁/think▷We open at nine.', 'We open at nine.'],
    ['Let me look.<tool_call>{"name": "hours"}</tool_call>We open at nine.', 'Let me look. We open at nine.'],
    ['<function_calls><invoke name="hours"></invoke></function_calls>We open at nine.', 'We open at nine.'],
    [
      '<|channel|>analysis<|message|>They want hours.<|end|><|start|>assistant<|channel|>final<|message|>We open at nine.<|return|>',
      'We open at nine.',
    ],
    ['We open at nine.<|im_end|>', 'We open at nine.'],
    ['<think>They want hours, so I', ''],
  ])('%j', (text, spoken) => {
    expect(said(text)).toBe(spoken);
  });

  test.each([
    ['<answer>We open at nine.</answer>', 'We open at nine.'],
    ['<final_answer>\nWe open at nine.\n</final_answer>', 'We open at nine.'],
    ['Yes.<br><result>Booked.</result>Anything else?', 'Yes. Booked. Anything else?'],
  ])('nor is the tag around its answer: %j', (text, spoken) => {
    expect(said(text)).toBe(spoken);
  });

  test.each([
    ['Type `<think>` and `</think>` around it', 'Type think and /think around it.'],
    ['Tell me your <thought> now', 'Tell me your thought now.'],
    ['Your <order number>, please', 'Your order number, please.'],
    ['I think, therefore I answer', 'I think, therefore I answer.'],
  ])('words are: %j', (text, spoken) => {
    expect(said(text)).toBe(spoken);
  });
});

describe('marks of sources are not said', () => {
  test.each([
    ['Two years【4:0†source】, parts too[1][2].', 'Two years, parts too.'],
    ['Two years【4†manual.pdf】.', 'Two years.'],
    ['Two years.[1]', 'Two years.'],
    ['Two years [1].', 'Two years.'],
    ['Two years [1, 2] [3]. Parts too.', 'Two years. Parts too.'],
    ['Two years. [1][2]\nParts too. [3]', 'Two years. Parts too.'],
    ['Two years[^1].\n\n[^1]: The manual', 'Two years. The manual.'],
    ['Two years [doc1][doc2].', 'Two years.'],
    ['Two years [manual.pdf#page=3].', 'Two years.'],
    ['Two years \ue200cite\ue202turn0search0\ue201.', 'Two years.'],
    ['Two years :contentReference[oaicite:0]{index=0}.', 'Two years.'],
    ['Two years<sup>[1]</sup>.', 'Two years.'],
  ])('%j', (text, spoken) => {
    expect(said(text)).toBe(spoken);
  });

  test('but their links are on the card', () => {
    const text = 'Two years[[1]](https://x.example/warranty).';
    expect(said(text)).toBe('Two years.');
    expect(cardOf([message({ text })], phrases('en-US'))?.text).toContain('https://x.example/warranty');
  });

  test.each([
    ['[1] Balance [2] Block card', '1 Balance 2 Block card.'],
    ['Which one? [1] Balance', 'Which one? 1 Balance.'],
    ['【重要】 今日は休みです', '【重要】 今日は休みです。'],
    ['Open [manual.pdf] first', 'Open manual.pdf first.'],
    ['5 m² and [3] rooms', '5 square metres and 3 rooms.'],
  ])('words are: %j', (text, spoken) => {
    expect(said(text)).toBe(spoken);
  });
});

test('any text is read, whatever stands in it', () => {
  const long = ['<think>', '</think>', '<|channel|>a', '[1]', '【', '<a-b>', '</a-b>', '`', '\\n', '<https://x|'];
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.constantFrom(...long)), { maxLength: 20 }), (parts) => {
      const text = parts.join('').slice(0, 200);
      said(text);
    }),
  );
});
