import { holdConversations } from './hold';

holdConversations('botdistrikt');
