/**
 * Pools at the door: made with an account of their own, joined with a code that a moderator gave,
 * and left when no units are held. Which role may ask for what is the table's business ({@link
 * io.ratel.security.permission.Permissions}); what is decided here is who outranks whom. Every
 * change of a role makes the member's tokens void, so that open sockets and other nodes know of it
 * within a second.
 */
@NullMarked
package io.ratel.gateway.pool;

import org.jspecify.annotations.NullMarked;
