import { holdConversations } from './hold';

holdConversations('voximplant');
