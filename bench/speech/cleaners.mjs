// The packages of this folder, each as a function from a message to what it leaves of it.
import { convert } from 'html-to-text';
import { remark } from 'remark';
import removeMarkdown from 'remove-markdown';
import strip from 'strip-markdown';

const html = (text) => convert(text, { wordwrap: false });
const stripped = async (text) => String(await remark().use(strip).process(text));

export const cleaners = {
  'remove-markdown': (text) => removeMarkdown(text),
  'html-to-text': html,
  'strip-markdown': stripped,
  'html-to-text, then strip-markdown, then remove-markdown': async (text) => removeMarkdown(await stripped(html(text))),
};
