import { isBareCode, isCode, isCodeSpan } from '../../../lambda/speech/code';
import { withFencedCode } from '../../../lambda/speech/source/bare-code';

describe('a line that can be nothing but code', () => {
  test.each(
    [
      // Commands.
      ...[
        'npm i',
        'npm install',
        'npx create',
        'yarn add',
        'pnpm run',
        'npm ci',
        'yarn create',
        'pip install',
        'pip3 install',
      ],
      ...[
        'sudo',
        'curl',
        'wget',
        'git clone',
        'git pull',
        'git push',
        'git commit',
        'git checkout',
        'git add',
        'docker',
      ],
      ...[
        'brew install',
        'apt install',
        'apt-get install',
        'ssh',
        'chmod',
        'mkdir',
        'kubectl',
        'python -',
        'python3 -',
        'node -',
      ],
    ].map((command) => [`${command} shop`]),
  )('a command: %s', (line) => {
    expect([line, `  $ ${line}  `].map(isBareCode)).toEqual([true, true]);
    expect([`Please ${line}`, `${line}.`, `${line}!`, `${line}?`].map(isBareCode)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test.each([
    ['SELECT name, price FROM menu'],
    ['  SELECT * FROM orders WHERE id = 4 '],
    ['INSERT INTO orders VALUES (4)'],
    ['UPDATE orders SET paid = 1.'],
    ['DELETE FROM orders'],
    ["import { Order, type Cart } from './orders'"],
    ['import fs from "fs";'],
    ['  import * as shop from "shop"'],
    ['import java.util.List;'],
    [`import menu from './menu.json' with { type: 'json' };`],
    ["import shop from 'shop'; // ours"],
    ['from shop.orders import Order, Cart'],
    ['    import numpy as np'],
    ['    import os.path'],
    ['const total = 4'],
    ['let total=4'],
    [' var order = 1'],
    ['def load(order):'],
    ['  function load(order) {'],
    ['async function load() {'],
    ['public static load(Order order) {'],
    ['private void load()'],
    ['console.log(total)'],
    ['shop.orders.load(first(4), 2);'],
    ['load();'],
    ['  load(4);'],
    ['print(len(orders))'],
    ['total = sum(orders)'],
    ['shop.total=shop.sum(orders);'],
    ['if (order.paid) {'],
    ['for (const order of orders){'],
    ['  while (open) {'],
    ['#!/bin/bash'],
  ])('a statement: %s', (line) => {
    expect(isBareCode(line)).toBe(true);
  });

  test.each([
    ['npm is the name of a tool'],
    ['Git clone wars'],
    ['git clone'],
    ['sudoku puzzles'],
    ['SELECT your room'],
    ['SELECTED rooms FROM 40 dollars'],
    ['Now SELECT a FROM b'],
    ['UPDATE your app SETTINGS'],
    ['DELETE FROMAGE'],
    ['INSERT INTOLERANT'],
    ['import duties from "China" are low'],
    ['Import taxes apply from Monday; call us'],
    ['import taxes'],
    ['  import taxes'],
    ['    import taxes of us'],
    ['from Bern import'],
    ['const is a word'],
    ['let us go = win'],
    ['a var x = 1'],
    ['default load(order)'],
    ['def of it'],
    ['public holiday tomorrow (closed)'],
    ['our public holiday tours(2)'],
    ['Rooms (with a view);'],
    ['room(s)'],
    ['See x.example/menu(2) now'],
    ['Total = sum of (orders)'],
    ['The total = sum(orders)'],
    ['if (you like) we come'],
    ['what if (order.paid) {'],
    ['Write #!/bin/bash'],
    ['Thanks (really);'],
    ['See console.log(total) for it'],
    ['a load(4);'],
    ['print(len)'],
    ['Soup (for two(2))'],
    [`const menu = '${'soup, '.repeat(170)}'`],
  ])('is told from words: %s', (line) => {
    expect(isBareCode(line)).toBe(false);
  });
});

describe('what stands in backticks within a sentence', () => {
  test.each([
    ['npm install shop'],
    ['$ git push origin'],
    ['ls -a'],
    ['run --port 80'],
    ['run --port=80'],
    ['tar -x file'],
    ['{ "id": 4 }'],
    ['{id: 4}'],
    ['{a = 4}'],
    ['{load(4)}'],
    ['{"a"}'],
    ['order => order.id'],
    ['a && b'],
    ['a == b'],
    ['total;'],
    ["load('menu')"],
    ['load("menu")'],
    ['load(a, b)'],
    ['load(a=1)'],
    ['SELECT id FROM orders'],
    ['INSERT INTO orders'],
    ['UPDATE orders SET paid'],
    ['DELETE FROM orders'],
    ['<img src="a.png">'],
    ['<div class="menu"></div>'],
    ['<b></b>'],
    ['<br><i> </i>'],
    [' npm ci now '],
    [`npm install ${'a '.repeat(300)}`],
  ])('is code: %s', (span) => {
    expect(isCodeSpan(span)).toBe(true);
  });

  test.each([
    ['load()'],
    ['config.json'],
    ['npm'],
    ['my npm install'],
    ['order-id'],
    ['a - b'],
    ['-a'],
    ['{name}'],
    ['{ }'],
    ['a & b = c'],
    ['Tom &amp;'],
    ['&#39;'],
    ['load(menu)'],
    ['Soup (a, b)'],
    ['SELECTED a FROM b'],
    ['We SELECT a FROM b'],
    ['DELETE FROMAGE'],
    ['<b>Soup</b>'],
    ['<a href="x">Our menu</a>'],
    ['<p class="a">٤</p>'],
    ['a < b'],
    ['order number'],
    [`${'soup '.repeat(110)} ls -a`],
  ])('or a name that is to be said: %s', (span) => {
    expect(isCodeSpan(span)).toBe(false);
  });
});

describe('a block that its author has fenced off', () => {
  test.each<[string, string]>([
    // What its fence says.
    ['We open at nine.', 'python'],
    ['We open at nine.', ' c++ '],
    ['We open at nine.', 'objective-c'],
    ['We open at nine.', 'C#'],
    ['We open at nine.', 'vue.js'],
    ['We open at nine.', 'text2'],
    ['We open at nine.', 'mdx'],
    // What a browser sends, or is sent.
    ['GET /menu\nAccept: all', ''],
    ['POST /orders HTTP/1.1\nsoup', ''],
    ['\n  PUT /orders/4\nsoup', 'text'],
    ['PATCH /orders\nsoup', ''],
    ['DELETE /orders\nsoup', ''],
    ['HEAD /\nsoup', ''],
    ['HTTP/1.1 200 OK\nsoup', ''],
    // Lines that nobody writes but for a machine.
    ['{\n  "id": 4 }\n\n}', ''],
    ['load(4);', ''],
    ['menu {', ''],
    ['total += 4;  ', ''],
    ['  a.b = 4', ''],
    ['}, then', ''],
    ['$ ls\n  $ ./shop.sh', ''],
    ['#!/bin/sh', ''],
    ['// soup of the day', ''],
    ['order => order.id', ''],
    ['when load() ends.', ''],
    ['total = 4.', ''],
    ['shop.total=4', ''],
    ['from shop import orders', ''],
    ...[
      ...[
        'npm',
        'npx',
        'yarn',
        'pip',
        'pip3',
        'sudo',
        'curl',
        'wget',
        'git',
        'docker',
        'cd',
        'ls',
        'apt',
        'apt-get',
        'brew',
      ],
      ...[
        'import',
        'const',
        'let',
        'var',
        'def',
        'class',
        'return',
        'public',
        'private',
        'function',
        'SELECT',
        'INSERT',
      ],
      ...['UPDATE', 'DELETE', 'echo', 'export'],
    ].map((word): [string, string] => [`${word} shop\n  ${word} shop `, 'text']),
  ])('holds code: %j, %j', (content, info) => {
    expect(isCode(content, info)).toBe(true);
  });

  test.each([
    ['We open at nine.', ''],
    ['We open at nine.', 'text'],
    ['We open at nine.', 'txt'],
    ['We open at nine.', ' TXT '],
    ['We open at nine.', 'plain'],
    ['We open at nine.', 'plaintext'],
    ['We open at nine.', 'markdown'],
    ['We open at nine.', 'md'],
    ['We open at nine.', 'none'],
    ['We open at nine.', 'our hours'],
    ['', 'python'],
    [' \n\t', 'python'],
    ['load(4);\nWe open at nine.', ''],
    ['We open at nine.\nGET /menu', ''],
    ['GET a menu', ''],
    ['We GET /menu', ''],
    ['HTTP/x', ''],
    ['git is a tool.', ''],
    ['let us go!', ''],
    ['return it?', ''],
    ['We import soup', ''],
    ['imports of soup', ''],
    ['from Bern to Rome', ''],
    ['$5 soup\n$6 bread', ''],
    ['$ 5 soup', ''],
    ['#1 soup', ''],
    ['Tom &amp;', ''],
    ['Tom &#38;', ''],
    ['a {b} c', ''],
    ['a >= b', ''],
    ['the total = 4', ''],
    ['total =', ''],
    ['rooms(2)', ''],
    ['Soup ()', ''],
  ])('or words in an even pitch: %j, %j', (content, info) => {
    expect(isCode(content, info)).toBe(false);
  });
});

describe('code without a fence', () => {
  test.each<[string, string]>([
    ['Type this:\nnpm install shop\nThen go.', 'Type this:\n\n```code\nnpm install shop\n```\n\nThen go.'],
    ['const a = 1;\nconst b = 2;', '\n```code\nconst a = 1;\nconst b = 2;\n```\n'],
    ['Type npm install shop\nif (open) {\nnow', 'Type npm install shop\n\n```code\nif (open) {\n```\n\nnow'],
    ['Run it: \nload(4);\t\nThen go.', 'Run it: \n\n```code\nload(4);\t\n```\n\nThen go.'],
    ['One\nload(4);\nTwo\nload(5);', 'One\n\n```code\nload(4);\n```\n\nTwo\n\n```code\nload(5);\n```\n'],
    ...[
      ...['import shop;', 'from shop import orders', 'npm ci now', 'npx create shop', 'yarn add shop', 'pnpm add shop'],
      ...[
        'pip install shop',
        'pip3 install shop',
        'sudo ls',
        'curl shop',
        'wget shop',
        'git pull now',
        'docker ps',
        'brew install shop',
      ],
      ...[
        'apt install shop',
        'ssh shop',
        '$ ssh shop',
        'SELECT a FROM b',
        'INSERT INTO a',
        'UPDATE a SET b',
        'DELETE FROM a',
      ],
    ].map((line): [string, string] => [`Type:\n ${line}`, `Type:\n\n\`\`\`code\n ${line}\n\`\`\`\n`]),
  ])('is fenced: %j', (text, fenced) => {
    expect(withFencedCode(text)).toBe(fenced);
  });

  test.each([
    ['See <pre>load(4);</pre> for it', 'See \n\n```code\nload(4);\n```\n\n for it'],
    ['<PRE class="x">load(4);</PRE>', '<PRE class="x">load(4);</PRE>'],
    ['<pre class="x"> load(4);\n</pre>', '\n\n```code\nload(4);\n```\n\n'],
    ['<pre><code class="js">a &lt; b &amp;&amp; c &gt; d</code></pre>', '\n\n```code\na < b && c > d\n```\n\n'],
    ['<pre> <CODE>f(&quot;a&quot;, &#39;b&#39;) {</CODE> </pre>', '\n\n```code\nf("a", \'b\') {\n```\n\n'],
    ['<pre><code>a;b</code></pre>', '\n\n```code\na;b\n```\n\n'],
    ['<pre>\nif (a &lt; b) {\n}\n</pre>\nload(4);', '\n\n```code\nif (a < b) {\n}\n```\n\n\nload(4);'],
    ['<pre>a = <b>1</b></pre>', '\n\n```code\na = <b>1</b>\n```\n\n'],
    ['<pre>load(4);</pre><pre>Mo  9</pre>', '\n\n```code\nload(4);\n```\n\n<pre>Mo  9</pre>'],
    // Words in an even pitch, one that was not closed, and a name in code.
    ['<pre>Mo  9 to 5</pre>', '<pre>Mo  9 to 5</pre>'],
    ['<pre><code>Mo  9 to 5</code></pre>', '<pre><code>Mo  9 to 5</code></pre>'],
    ['<pre>Mo; 9 to 5 &eacute;</pre>', '<pre>Mo; 9 to 5 &eacute;</pre>'],
    ['<pre>We open', '<pre>We open'],
    ['<pre>Use <code>a; b</code> now</pre>', '<pre>Use <code>a; b</code> now</pre>'],
    ['<present>load(4);</present>', '<present>load(4);</present>'],
    ['<pre>a <pre>load(4);</pre>', '<pre>a \n\n```code\nload(4);\n```\n\n'],
  ])('is fenced in HTML: %j', (text, fenced) => {
    expect(withFencedCode(text)).toBe(fenced);
  });

  test.each([
    ['Type `npm` and\n```\nnpm install shop\n```'],
    ['Soup:\n```\nMo  9\n```\n<pre>load(4);</pre>'],
    ['git is a tool.\nWe open at nine;'],
    ['We open at nine.'],
    ['  {\nsoup\n}'],
  ])('what is fenced, or no code, is left as it is: %j', (text) => {
    expect(withFencedCode(text)).toBe(text);
  });
});
