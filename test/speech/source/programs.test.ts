import { withoutProgramOutput } from '../../../lambda/speech/source/program-output';

describe('what a program prints for its author is not said', () => {
  test.each([
    // Where JavaScript stopped.
    ['Sorry, no luck. at getOrder (/app/orders.js:12:5)', 'Sorry, no luck. '],
    ['Sorry, no luck.\n    at async getOrder (/app/src/orders.js:120:15)', 'Sorry, no luck.\n    '],
    ['Sorry, no luck. at /app/server.js:40:11\nPlease call us.', 'Sorry, no luck. \nPlease call us.'],
    ['Sorry. at async Promise.all (index:0:1) Please call us.', 'Sorry.  Please call us.'],
    ['Sorry. at new<Order>.$load_all (orders.js:1:2)', 'Sorry. '],
    ['at getOrder (/app/orders.js:12:5)\nPlease call us.', ' \nPlease call us.'],
    // Where Java did.
    ['Sorry.\n\tat com.shop.Orders$1.load(Orders.java:42)\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['at shop.Main.main(Main.java:7)\nPlease call us.', ' \nPlease call us.'],
    // Where Python did.
    [
      'Sorry.\nTraceback (most recent call last):\n  File "/app/orders.py", line 31, in load_order\n    return orders[id]\nPlease call us.',
      'Sorry.\n \n \nPlease call us.',
    ],
    ['Sorry.\n\tFile "orders.py", line 3\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Sorry.\n  Traceback (most recent call last): \nKeyError: 3\nPlease call us.', 'Sorry.\n \n \nPlease call us.'],
  ])('where one stopped: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['Meet us at (the bridge) by 9:30:00 today.'],
    ['We meet at the bridge: 9:30:00 sharp.'],
    ['Look at orders.js:12:5, it is open.'],
    ['Chat at orders.js:12:5x'],
    ['format getOrder (/app/orders.js:12:5)'],
    ['Orders.java: a file of ours.'],
    ['flat com.shop.Orders.load(Orders.java:42)'],
    ['See File "orders.py", line 3'],
    ['File "orders.py", line 3 is where it stops.'],
    ['File orders, line 3'],
    ['HTTP, and what a Traceback (most recent call last): is.'],
    ['HTTP, and what is a Traceback (most recent call last):'],
    ['Traceback (most recent call last): HTTP is told.'],
  ])('words about one are: %j', (text) => {
    expect(withoutProgramOutput(`Hello.\n${text}`)).toBe(`Hello.\n${text}`);
  });

  test.each([
    ['Let me look.\nTool call: find_order({"id": 4411})\nIt is on its way.', 'Let me look.\n \nIt is on its way.'],
    ['Let me look.\n tool_call: find_order(4411) \nIt is on its way.', 'Let me look.\n \nIt is on its way.'],
    ['Let me look.\nFunction calls: hours(), menu()\nWe open at 9.', 'Let me look.\n \nWe open at 9.'],
    ['Let me look.\nfunction_calls: hours()\nWe open at 9.', 'Let me look.\n \nWe open at 9.'],
    ['Let me look.\nToolcall: hours()\nWe open at 9.', 'Let me look.\n \nWe open at 9.'],
    ['Open until nine.\nConfidence: 0.92', 'Open until nine.\n '],
    ['Open until nine.\n\tconfidence score:92 % \nAnything else?', 'Open until nine.\n \nAnything else?'],
    ['Open until nine.\nCONFIDENCE_SCORE: 92%', 'Open until nine.\n '],
    ['Intent: order.status\nIt is on its way.', ' \nIt is on its way.'],
    ['It is on its way.\n intent name: faq_opening_hours_2 ', 'It is on its way.\n '],
    ['It is on its way.\nintent_name:order.status', 'It is on its way.\n '],
  ])('what an agent called, and how sure it was: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['Tool calls: the van is at your door.'],
    ['On call: Dr. Meyer (ward 3)'],
    ['Please note our tool call: ring (twice)'],
    ['Tool call: ring twice (at the door) please'],
    ['Confidence: high'],
    ['Exception: your confidence: 92'],
    ['Confidence: 92 points'],
    ['Confidence is key.'],
    ['Intent: buy'],
    ['Exception: your intent: order.status'],
    ['Intent: to order.status'],
    ['Intent: order.status of today'],
    ['Intent: order status'],
    ['Intentions: order.status'],
  ])('words like them are: %j', (text) => {
    expect(withoutProgramOutput(`Hello.\n${text}`)).toBe(`Hello.\n${text}`);
  });

  test.each([
    ['TypeError: order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\n> TypeError: order is undefined\n\nPlease call us.', 'Sorry.\n \n\nPlease call us.'],
    ['**TypeError:** order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['**TypeError**: order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['**TypeError: order is undefined**\nPlease call us.', ' \nPlease call us.'],
    ['**Error:** order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['> **Error**: order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['Exception in thread "main" java.lang.NullPointerException\nPlease call us.', ' \nPlease call us.'],
    ['Exception in thread "pool-1" shop.OrderException: none\nPlease call us.', ' \nPlease call us.'],
    ['PHP Fatal error:  Uncaught Error: no cart in /var/www/cart.php:12\nPlease call us.', ' \nPlease call us.'],
    ['Fatal error: no cart in /var/www/cart.php on line 12\nPlease call us.', ' \nPlease call us.'],
    ['Hello.\nWarning: Undefined variable $name in cart.php on line 7\nPlease call us.', 'Hello.\n \nPlease call us.'],
    [
      '<b>Notice</b>: Undefined index in <b>/var/www/cart.php</b> on line <b>7</b>\nPlease call us.',
      ' \nPlease call us.',
    ],
    ['Parse error: an end in cart.php on line 7.\nPlease call us.', ' \nPlease call us.'],
    ['Deprecated: old names in cart.php on line 7\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\n  Uncaught ReferenceError\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Unhandled java.lang.NullPointerException: id\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\norg.shop2.orders.OrderNotFoundException\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['requests.exceptions.ConnectionError: no route\nPlease call us.', ' \nPlease call us.'],
    ['Error: order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\n\tUncaught Error: total.toFixed is not a function\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Unhandled Error: cart is not defined\nPlease call us.', ' \nPlease call us.'],
    ['Error: cart is not iterable\nPlease call us.', ' \nPlease call us.'],
    ['Internal Server Error: the order is null\nPlease call us.', ' \nPlease call us.'],
    ['Internal Error: status code 17\nPlease call us.', ' \nPlease call us.'],
    ['Server Error: connect ECONNREFUSED\nPlease call us.', ' \nPlease call us.'],
    ['Error status code 17 of null\nPlease call us.', ' \nPlease call us.'],
    ['Error: Request failed\nPlease call us.', ' \nPlease call us.'],
    ['Error: the request failed with 418\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.js:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.ts:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.py:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.php:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.rb:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in Cart.java:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: thrown in cart.go:9\nPlease call us.', ' \nPlease call us.'],
    ['Error: Cannot read the key of a cart\nPlease call us.', ' \nPlease call us.'],
    ['Error: it stopped at 0x80af\nPlease call us.', ' \nPlease call us.'],
    ['Error: timeout of 5000ms exceeded\nPlease call us.', ' \nPlease call us.'],
    ['Error: Unexpected token < in JSON\nPlease call us.', ' \nPlease call us.'],
    ['Error: 500 Internal\nPlease call us.', ' \nPlease call us.'],
    ['Error: 400: Bad one\nPlease call us.', ' \nPlease call us.'],
    ['Error: 404:Not there\nPlease call us.', ' \nPlease call us.'],
    ['Error: 503 Service is down\nPlease call us.', ' \nPlease call us.'],
    ['Error: 504 Gateway is down\nPlease call us.', ' \nPlease call us.'],
  ])('its fault: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['Error: we could not find your order.'],
    ['Warning: the road is closed in Bern on line 7.'],
    ['Warning: look in cart.php on line 7 of it'],
    ['This is no Warning: it is in cart.php on line 7'],
    ['> **Error:** the card was declined. Please pay in cash.'],
    ['Exception in thread "main" is a fault of Java.'],
    ['Error: the card was declined. Please pay in cash.'],
    ['What is a TypeError: it is a fault in a program.'],
    ['The TypeError'],
    ['TypeErrors: we explain them.'],
    ['An Exception: dogs may come in on Sundays.'],
    ['Exception: dogs may come in on Sundays.'],
    ['Your Error: the order is undefined'],
    ['Error: annulled by you'],
    ['Error: 300 Internal numbers'],
    ['Error: 5000 Internally'],
    ['Error: ENTER your PIN'],
    ['Error: 0x8 is no number'],
    ['TypeError is a fault in a program.'],
    ['Exceptional. HTTP is a protocol.'],
  ])('a fault that a business tells is: %j', (text) => {
    expect(withoutProgramOutput(`Hello.\n${text}`)).toBe(`Hello.\n${text}`);
  });

  test.each([
    ['Sorry.\nHTTP/1.1 503 Service Unavailable\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Sorry.\nHTTP/2 500 - Internal Server Error\nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Sorry.\n HTTP 404 Not Found. \nPlease call us.', 'Sorry.\n \nPlease call us.'],
    ['Error: HTTP status code: 400 Bad Request!\nPlease call us.', ' \nPlease call us.'],
    ['Error: 401 Unauthorized\nPlease call us.', ' \nPlease call us.'],
    ['Error: 401: Unauthorised\nPlease call us.', ' \nPlease call us.'],
    ['Error 403 Forbidden\nHTTP status 404 Not Found\nPlease call us.', ' \n \nPlease call us.'],
    ['HTTP status: 429 Too Many Requests\nPlease call us.', ' \nPlease call us.'],
    ['status 502 Bad Gateway\nPlease call us.', ' \nPlease call us.'],
    ['status code 502 Bad Gateway\nPlease call us.', ' \nPlease call us.'],
    ['status code: 504 Gateway Timeout\nPlease call us.', ' \nPlease call us.'],
    ['HTTP 504 Gateway Time-out\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\nStatus: 503 Service Unavailable\nPlease call us.', 'Sorry.\n \nPlease call us.'],
  ])('what a server answered: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['HTTP 404 Not Found means that a page is gone.'],
    ['What does HTTP 404 Not Found'],
    ['HTTP 200 Not Found'],
    ['HTTP 404 Room 12'],
    ['Room 404 Not Found'],
    ['404 Not Foundation'],
  ])('words about one are: %j', (text) => {
    expect(withoutProgramOutput(`Hello.\n${text}`)).toBe(`Hello.\n${text}`);
  });

  test.each([
    ['[ERROR] 500: no stock\nPlease call us.', ' \nPlease call us.'],
    ['Sorry.\n [WARN] 503 \nPlease call us.', 'Sorry.\n [WARN] 503 \nPlease call us.'],
    ['[WARN] 503 no stock\nPlease call us.', ' \nPlease call us.'],
    ['[WARNING] shop.orders is slow\nPlease call us.', ' \nPlease call us.'],
    ['[DEBUG] looked up order_id\nPlease call us.', ' \nPlease call us.'],
    ['[TRACE] a timeout of the shop\nPlease call us.', ' \nPlease call us.'],
    ['[ERROR] the order is null now\nPlease call us.', ' \nPlease call us.'],
    ['[ERROR] the order is undefined\nPlease call us.', ' \nPlease call us.'],
    ['INFO 2026-03-14 09:26 started\nWe open at nine.', ' \nWe open at nine.'],
    ['[INFO] 2026-03-14T09:26:11Z started\nWe open at nine.', ' \nWe open at nine.'],
    ['Hello.\n[2026-03-14 09:26:11] INFO: started\nWe open at nine.', 'Hello.\n \nWe open at nine.'],
    ['2026-03-14 09:26:11,123 ERROR shop.orders - timeout\nWe open at nine.', ' \nWe open at nine.'],
    ['2026-03-14T09:26:11.123456Z [WARN] slow\nWe open at nine.', ' \nWe open at nine.'],
    ['2026-03-14 09:26 - DEBUG - looked it up\nWe open at nine.', ' \nWe open at nine.'],
    ['2026-03-14 09:26Z INFO started\nWe open at nine.', ' \nWe open at nine.'],
    ['2026-03-14 09:26:11 WARNING slow\nWe open at nine.', ' \nWe open at nine.'],
    ['2026-03-14 09:26:11 TRACE slow\nWe open at nine.', ' \nWe open at nine.'],
    ['Hello.\nDEBUG: 2026-03-14 09:26\nWe open at nine.', 'Hello.\n \nWe open at nine.'],
    ['WARN 2026-03-14 09:26 slow\nWe open at nine.', ' \nWe open at nine.'],
    ['WARNING: 2026-03-14 09:26 slow\nWe open at nine.', ' \nWe open at nine.'],
    ['ERROR 2026-03-14 09:26 slow\nWe open at nine.', ' \nWe open at nine.'],
    ['TRACE 2026-03-14 09:26 slow\nWe open at nine.', ' \nWe open at nine.'],
    ['We open at nine. <a href="https://shop.exam', 'We open at nine.  '],
    ['We open at nine. <img alt-text="Our shop" src=', 'We open at nine.  '],
    ['We open at nine.\n<IMG\n  src="a', 'We open at nine.\n '],
  ])('the line of a log, and a tag that was cut off: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['[ERROR] We could not book it.'],
    ['[INFO] We close at 5.'],
    ['[WARN] 50 places are left.'],
    ['The HTTP [ERROR] 500: no stock'],
    ['HTTP[ERROR] 500: no stock'],
    ['INFO 2026-03-14 is a holiday.'],
    ['2026-03-14 09:26 Information evening'],
    ['2026-03-14 09:26 INFORMATION EVENING'],
    ['2026-03-14 INFO: an evening for parents'],
    ['On 2026-03-14 09:26 INFO evening'],
    ['HTTP: more INFO 2026-03-14 09:26'],
    ['WARNING: the 2026-03-14 09:26 train is late.'],
    ['a <b and c = d'],
    ['a <b c=d> e'],
    ['a <b c=d <'],
  ])('words like them are: %j', (text) => {
    expect(withoutProgramOutput(`Hello.\n${text}`)).toBe(`Hello.\n${text}`);
  });

  test.each([
    ['---\ntitle: Opening hours\n---\nWe open at nine.', 'We open at nine.'],
    ['\n --- \nauthor: Rosa\nlayout: faq\n--- \nWe open at nine.', 'We open at nine.'],
    ['---\nlang: en\nlast-updated: today\n---\nWe open at nine.', 'We open at nine.'],
    ['---\nlanguage: en\n---\nWe open at nine.', 'We open at nine.'],
    ['---\nlocale: en-GB\n---\nWe open at nine.', 'We open at nine.'],
    ['---\nslug: hours\n---\nWe open at nine.', 'We open at nine.'],
    ['---\ntags: a, b\n---\nWe open at nine.', 'We open at nine.'],
    ['---\ndraft: false\n---\nWe open at nine.', 'We open at nine.'],
    ['---\ntemplate: answer\n---\nWe open at nine.', 'We open at nine.'],
    ['---\nintent: hours\n---\nWe open at nine.', 'We open at nine.'],
    ['---\nmonday: nine\nsunday: closed\n---\nThat is all.', '---\nmonday: nine\nsunday: closed\n---\nThat is all.'],
    ['Hours:\n---\ntitle: Opening hours\n---\nNine.', 'Hours:\n---\ntitle: Opening hours\n---\nNine.'],
    ['---\ntitle: Opening hours\n---x\nNine.', '---\ntitle: Opening hours\n---x\nNine.'],
    ['---\ntitle: Opening hours\nWe open at nine.\n---\n', '---\ntitle: Opening hours\nWe open at nine.\n---\n'],
  ])('what describes a page before it begins: %j', (text, rest) => {
    expect(withoutProgramOutput(text)).toBe(rest);
  });

  test.each([
    ['TypeError: order is undefined'],
    ['HTTP 404 Not Found'],
    ['Error: 500 Internal Server Error\n  at getOrder (/app/orders.js:12:5)'],
    ['---\ntitle: Opening hours\n---'],
  ])('but a fault that is all of the answer is better heard than nothing: %j', (text) => {
    expect(withoutProgramOutput(text)).toBe(text);
  });
});
