import { tidyPunctuation } from '../../../lambda/speech/line/punctuation';
import { withoutSigns } from '../../../lambda/speech/line/signs';

/** A line as it is heard once its signs are gone. */
const said = (line: string) => tidyPunctuation(withoutSigns(line));

describe('a line of words stays as it is', () => {
  test.each([
    'Your order will be there by noon, won’t it?',
    '“Ready” means “packed”. Really!',
    'بطاقتك جاهزة؟',
    'ご注文ありがとうございます。何時に伺いますか？',
    'Grüße aus Köln',
  ])('%s', (line) => {
    expect(withoutSigns(line)).toBe(line);
  });
});

describe('mail addresses', () => {
  test.each([
    ['Write to mailto:help@acme.example', 'Write to help@acme.example'],
    ['Write to MAILTO:help@acme.example', 'Write to help@acme.example'],
    ['An email link begins with mailto: and an address', 'An email link begins with mailto: and an address'],
    // What hides a part of one.
    ['Sent to j***@acme.example', 'Sent to j@acme.example'],
    ['Sent to our_sales_@acme.example', 'Sent to our_sales_@acme.example'],
    ['Sent to j•••@acme.example', 'Sent to j@acme.example'],
    ['Sent to j****ne@acme.example', 'Sent to jne@acme.example'],
    ['Sent to 7**42@acme.example', 'Sent to 742@acme.example'],
    // In the midst of a sentence, and of a name that was given whole.
    ['Mail sales@acme.example, not @sales', 'Mail sales@acme.example, not sales'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('marks of trade behind a name', () => {
  test.each([
    ['Try AcmeCare® today', 'Try AcmeCare today'],
    ['Try AcmeCare ® today', 'Try AcmeCare today'],
    ['Try AcmeCare™® today', 'Try AcmeCare today'],
    ['Try AcmeCare™ ® today', 'Try AcmeCare today'],
    ['Acme Help℠ is here', 'Acme Help is here'],
    ['Vitamin C 500® tablets', 'Vitamin C 500 tablets'],
    ['“Acme”® and (Acme)™', '“Acme” and (Acme)'],
    ['Yahoo!® and Dr.™ Foot', 'Yahoo! and Dr. Foot'],
    ['पतंजली® का तेल', 'पतंजली का तेल'],
    ['The sign ® means that a name is registered', 'The sign means that a name is registered'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('labels of buttons, and boxes of tasks', () => {
  test.each([
    ['[Yes] [No]', 'Yes, No'],
    ['[Yes][No]', 'Yes, No'],
    ['[Room 1] [2 rooms]', 'Room 1, 2 rooms'],
    ['[Ready?] [Go!] [Stop]', 'Ready? Go! Stop'],
    ['[हाँजी] [नहीं]', 'हाँजी, नहीं'],
    ['[हाँ] [नहीं]', 'हाँ, नहीं'],
    ['[Yes.] [No]', 'Yes. No'],
    ['[ ] Passport', 'Passport'],
    ['[] Passport', 'Passport'],
    ['[x] Passport', 'Passport'],
    ['[X] Passport', 'Passport'],
    ['1. [x] Passport', '1. Passport'],
    ['12. [ ] Passport', '12. Passport'],
    ['12. [x] Passport', '12. Passport'],
    ['[y] Passport', 'y Passport'],
    ['Answer [x] or [y]', 'Answer x or y'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('keys', () => {
  test.each([
    // The number of an item.
    ['1️⃣ Track my order 2️⃣ Talk to us', '1. Track my order 2. Talk to us'],
    ['1\u20e3Track 2\u20e3Talk', '1. Track 2. Talk'],
    ['How can I help? 1\u20e3 Orders 2\u20e3 Returns', 'How can I help? 1. Orders 2. Returns'],
    ['Wählen Sie: 1\u20e3 Ändern 10\u20e3 Übersicht', 'Wählen Sie: 1. Ändern 10. Übersicht'],
    ['*\u20e3 Menu 0\u20e3 Help', 'Menu 0. Help'],
    ['#\u20e3 Menu', '#. Menu'],
    ['10\u20e3 Übersicht', '10. Übersicht'],
    // The key that is to be pressed.
    ['Press 1\u20e3 for orders', 'Press 1 for orders'],
    ['Press 1\u20e3 Now', 'Press 1 Now'],
    ['1\u20e3 for orders', '1 for orders'],
    ['Dial 9\u20e34\u20e32', 'Dial 9 4 2'],
  ])('%s', (line, heard) => {
    expect(said(line.replaceAll('\ufe0f', ''))).toBe(heard);
  });
});

describe('emoji', () => {
  test.each([
    ['Paid 🎉', 'Paid'],
    ['🍕 Pizza', 'Pizza'],
    ['Berlin🍕Rome', 'Berlin. Rome'],
    ['BERLIN🍕ROME', 'BERLIN ROME'],
    // They end the sentence behind which they stand.
    ['Your order is on its way 🚚 Track it any time', 'Your order is on its way. Track it any time'],
    ['We open at 9 ☀ See you', 'We open at 9. See you'],
    ['We open at 9 AM ☀ See you', 'We open at 9 AM. See you'],
    ['We open at 9AM ☀ See you', 'We open at 9AM. See you'],
    ['Call ACME ☎ See you', 'Call ACME See you'],
    ['Done (all of it) ✅ Anything else?', 'Done (all of it). Anything else?'],
    ['He said “done”✅✅ 🎉 Great', 'He said “done”. Great'],
    ['Order placed ✓ Payment taken', 'Order placed. Payment taken'],
    ['Ships today 📦 next week at the latest', 'Ships today next week at the latest'],
    ['Ready! 🎉 Come in', 'Ready! Come in'],
    ['Su pedido está listo ✅ ¿Algo más?', 'Su pedido está listo. ¿Algo más?'],
    ['Su pedido está listo 🎉 ¡Gracias!', 'Su pedido está listo. ¡Gracias!'],
    ['C’est prêt 🎉 «Merci»', 'C’est prêt. «Merci»'],
    // A pointing hand points at what follows.
    ['Book now 👉 Monday is free', 'Book now Monday is free'],
    ['Book now ▶ today', 'Book now today'],
    // No capital tells there whether a sentence begins.
    ['تم الدفع 🎉 شكرا لك', 'تم الدفع، شكرا لك'],
    ['भुगतान हो गया 🎉 धन्यवाद', 'भुगतान हो गया, धन्यवाद'],
    ['ありがとうございました 🎉 またどうぞ', 'ありがとうございました、またどうぞ'],
    ['できました 🎉🎉 確認してください', 'できました、確認してください'],
    ['ご予約完了🎉ありがとうございます', 'ご予約完了、ありがとうございます'],
    ['ラーメン🍜寿司', 'ラーメン、寿司'],
    ['完了しました。🎉ありがとう', '完了しました。 ありがとう'],
    ['हो गया🎉धन्यवाद', 'हो गया, धन्यवाद'],
    ['احجز هنا 👉 الموقع', 'احجز هنا الموقع'],
    // They are no emoji.
    ['© Acme', '© Acme'],
    ['Wait‼ Now⁉', 'Wait‼ Now⁉'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('stars, notes and raised numbers', () => {
  test.each([
    ['2*3', '2 × 3'],
    ['2 * 3 * 4', '2 × 3 × 4'],
    ['2 *3', '2 × 3'],
    ['2* 3', '2 × 3'],
    ['a*b', 'a b'],
    // Behind what they are a note to.
    ['From $5*', 'From $5'],
    ['From $5* a month', 'From $5 a month'],
    ['Free delivery**, today only', 'Free delivery, today only'],
    ['All plans***', 'All plans'],
    ['Save 20%* (new customers)*', 'Save 20% (new customers)'],
    ['Free returns.* Really!†', 'Free returns. Really!'],
    ['Free returns,‡ always', 'Free returns, always'],
    ['Rated best¹', 'Rated best'],
    ['Rated best¹⁴ in town', 'Rated best in town'],
    ['Rated best.²', 'Rated best.'],
    ['10 m² of garden', '10 m of garden'],
    ['अच्छी सुविधा¹ मिलेगी', 'अच्छी सुविधा मिलेगी'],
    // Before the note.
    ['* Terms apply', 'Terms apply'],
    ['† Terms apply', 'Terms apply'],
    ['†† Terms apply', 'Terms apply'],
    ['¹ Terms apply', 'Terms apply'],
    ['¹⁴ Terms apply', 'Terms apply'],
    ['¹⁾ Terms apply', '⁾ Terms apply'],
    ['¹) Terms apply ²) Today only', 'Terms apply Today only'],
    ['¹Terms apply ‡Today only', 'Terms apply Today only'],
    // A part of a name.
    ['Take H¹N daily', 'Take H¹N daily'],
    ['10⁻³ parts', '10⁻³ parts'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('names of the net', () => {
  test.each([
    ['Join #SummerSale today', 'Join Summer Sale today'],
    ['Join #Sale on YouTube', 'Join Sale on YouTube'],
    ['Follow @acme on YouTube', 'Follow acme on YouTube'],
    ['Follow @acme.shop, and us on YouTube', 'Follow acme shop, and us on YouTube'],
    ['Join #2026SummerSale today', 'Join 2026Summer Sale today'],
    ['Today #sale #new #50off', 'Today sale, new, 50off'],
    ['Buy #TShirts and #DVDsForSale', 'Buy TShirts and DVDs For Sale'],
    ['Join #summer_sale_2026 today', 'Join summer sale 2026 today'],
    ['Join #2026Sale today', 'Join 2026Sale today'],
    ['Join #_sale today', 'Join sale today'],
    ['Visit #NYCMarathon', 'Visit NYC Marathon'],
    ['Visit #McCoy and #DeLorean', 'Visit McCoy and De Lorean'],
    ['Mit #GrößteAuswahl', 'Mit Größte Auswahl'],
    ['Follow @acme_shop', 'Follow acme shop'],
    ['Follow @Acme.Shop for offers', 'Follow Acme Shop for offers'],
    ['Follow @acme.shop', 'Follow acme shop'],
    ['Follow @acme.', 'Follow acme.'],
    ['Thanks @ana!', 'Thanks ana!'],
    ['#दिवाली #ऑफर आज से शुरू', 'दिवाली, ऑफर आज से शुरू'],
    ['#Sale #NewIn today', 'Sale, New In today'],
    ['Order #123 is ready', 'Order #123 is ready'],
    ['Room #12B is ready', 'Room 12B is ready'],
    ['Use C# and F# here', 'Use C# and F# here'],
    ['See acme.example/#prices', 'See acme.example/#prices'],
    ['Write it as &#x27;', 'Write it as &#x27;'],
    // The name of a mail address that stands alone.
    ['All ends with @acme.com', 'All ends with acme.com'],
    ['All ends with @acme.co', 'All ends with acme.co'],
    ['All ends with @acme.example', 'All ends with acme.example'],
    // Behind the last sentence they are there to be found.
    ['Come in today! #sale #summer', 'Come in today!'],
    ['Come in today. 🎉 #sale', 'Come in today.'],
    ['(Come in today.) #sale', '(Come in today.)'],
    ['セール中です。#夏 #セール', 'セール中です。'],
    ['「セール中です。」#夏', '「セール中です。」'],
    ['Come in today: #sale', 'Come in today: sale'],
    ['Come in today. #sale starts', 'Come in today. sale starts'],
    ['Come in today! #1', 'Come in today! #1'],
    ['See you at 3.#late', 'See you at 3.late'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('marks of gender', () => {
  test.each([
    ['Unsere Kund*innen', 'Unsere Kundinnen'],
    ['Eine Mitarbeiter:in hilft', 'Eine Mitarbeiterin hilft'],
    ['Alle Nutzer_innen, alle Nutzer·innen', 'Alle Nutzerinnen, alle Nutzerinnen'],
    ['Termin:Innenstadt', 'Termin:Innenstadt'],
    ['Termin:innenarchitektur', 'Termin:innenarchitektur'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('what stands between the cells of a row, the steps of a way and the items of a list', () => {
  test.each([
    ['| Small | €5 |', 'Small, €5'],
    ['Small|€5', 'Small, €5'],
    ['Small || €5', 'Small, €5'],
    ['Small│€5┃red║new¦last', 'Small, €5, red, new, last'],
    ['Settings > Account > Privacy', 'Settings, Account, Privacy'],
    ['Settings ▶ Account ▶ Ändern', 'Settings, Account, Ändern'],
    ['At 5 ▶ Account', 'At 5 Account'],
    ['More than 5 > 3', 'More than 5 > 3'],
    ['x > y', 'x > y'],
    ['Size m > xs', 'Size m > xs'],
    ['Size xs > m', 'Size xs > m'],
    ['Rome → Berlin', 'Rome, Berlin'],
    ['Rome→Berlin', 'Rome, Berlin'],
    ['Rome ➔ Berlin➜Paris ➜➜ Oslo', 'Rome, Berlin, Paris, Oslo'],
    ['Soup • Salad · Fish', 'Soup, Salad, Fish'],
    ['Soup ▪ Salad', 'Soup. Salad'],
    ['Soup ● Salad ‣ Fish ◦ Tea', 'Soup, Salad, Fish, Tea'],
    ['Soup ▸ Salad ▹ Fish ► Meat ▻ Tea › Milk', 'Soup, Salad, Fish, Meat, Tea, Milk'],
    ['Soup. • Salad! → Fish? > Tea', 'Soup. Salad! Fish? Tea'],
    ['Today: • Soup, › Salad; ▪ Fish… ◦ Tea', 'Today: Soup, Salad; Fish… Tea'],
    ['Home » Shop » Shoes', 'Home, Shop, Shoes'],
    ['Il a dit « oui » et « non » hier', 'Il a dit « oui » et « non » hier'],
    ['Home 2 » Shop', 'Home 2 » Shop'],
    ['Home » 2', 'Home » 2'],
    ['See <-- here, see <- here', 'See here, see here'],
    ['<- See here', 'See here'],
    ['=> Result: 5', 'Result: 5'],
    ['a => b', 'a => b'],
    ['x<-5', 'x<-5'],
    // The same sign before each item.
    ['👉 Menu 👉 Prices 👉 Contact', 'Menu. Prices. Contact'],
    ['✅ Free wifi ✅ breakfast in Rome ✅ parking', 'Free wifi, breakfast in Rome, parking'],
    ['🍣 寿司 🍣 刺身', '寿司、刺身'],
    ['☎ 12 ☎ 34', '12. 34'],
    ['✅ Free wifi, ✅ breakfast; ✅ parking', 'Free wifi, breakfast; parking'],
    ['🎉 Sale 🎉 today only 🎉', 'Sale, today only'],
    ['🎉 Sale 🎊 today only', 'Sale today only'],
    ['Sale 🎉 today only 🎉 in store', 'Sale today only in store'],
    ['⭐⭐ good ⭐⭐ better', 'good better'],
    ['▶ Watch the tour ▶ Hear the story', 'Watch the tour. Hear the story'],
    ['►Watch the tour ►Hear the story', 'Watch the tour. Hear the story'],
    ['►Watch the tour ►2 stories', 'Watch the tour. 2 stories'],
    ['▶ Watch the tour! ▶ 2 stories', 'Watch the tour! 2 stories'],
    ['▶ Watch the tour ▶ 2 stories', 'Watch the tour. 2 stories'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('lines that are drawn, and markup that found no partner', () => {
  test.each([
    ['تفاصيل ــــــ الطلب', 'تفاصيل الطلب'],
    ['تفاصيلــــــالطلب', 'تفاصيل الطلب'],
    ['* * *', ''],
    ['مـرحـبـا', 'مـرحـبـا'],
    ['*** Sale ***', 'Sale'],
    ['=== Sale ===', 'Sale'],
    ['--- Sale ---', 'Sale'],
    ['~~~Sale^^^today###now', 'Sale today now'],
    ['Sale```today\\\\\\now', 'Sale today now'],
    ['a == b', 'a == b'],
    ['Hello **there', 'Hello there'],
    ['Hello __there', 'Hello there'],
    ['Hello ~~there', 'Hello there'],
    ['##Hello there', 'Hello there'],
    ['<!-- Hello --> there', 'Hello there'],
    ['Hello *there', 'Hello there'],
    ['*Hello there', 'Hello there'],
    ['_Hello there_', 'Hello there'],
    ['first_name', 'first_name'],
    ['code_7 and 7_a', 'code_7 and 7_a'],
    ['~Hello there', 'Hello there'],
    ['~5 minutes', '~5 minutes'],
    ['Hello `there', 'Hello there'],
    ['Hello [there', 'Hello there'],
    ['Hello {there}', 'Hello there'],
    ['C:\\Temp', 'C: Temp'],
    ['★ Rated 5 ★★★', 'Rated 5'],
    ['Soup•Salad', 'Soup Salad'],
    ['ℹ Please note', 'Please note'],
    ['─── Sale ───', 'Sale'],
    ['⌘ and ⌥', 'and'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});
