import { holdConversations } from './hold';

holdConversations('chataibot');
