const { App, BaseComponent, Component, Handle } = require('@jovotech/framework');
const { AlexaPlatform } = require('@jovotech/platform-alexa');
const { ExpressJs, Webhook } = require('@jovotech/server-express');

const ELICIT = { nativeResponse: { response: { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'query' }] } } };

/**
 * What the naive floor does, as an app of Jovo 4: nothing verified, nothing kept, no log, one call to the bot.
 *
 * @param {(said: string) => Promise<string>} ask resolves to what the bot says
 * @returns its Express app
 */
exports.createJovoApp = async (ask) => {
  class ChatComponent extends BaseComponent {
    async chat() {
      const text = await ask(String(this.jovo.$entities.query?.value));
      return this.$send({ message: text, reprompt: 'Which day?', listen: true, platforms: { alexa: ELICIT } });
    }
  }
  Handle({ global: true, intents: ['ChatIntent'] })(ChatComponent.prototype, 'chat');
  Component({ name: 'ChatComponent' })(ChatComponent);

  const app = new App({ logging: false, plugins: [new AlexaPlatform()], components: [ChatComponent] });
  await app.initialize();
  Webhook.post('/alexa', (request, response) => app.handle(new ExpressJs(request, response)));
  return Webhook;
};
