import { holdConversations } from './hold';

holdConversations('wotnot');
