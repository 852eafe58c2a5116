import { holdConversations } from './hold';

holdConversations('klaunch');
