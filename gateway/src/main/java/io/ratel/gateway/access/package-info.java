/**
 * From what a request presents to its caller: who it is, which accounts are its own, what a token
 * or an API key is good for; and the operations that make and end them.
 */
@NullMarked
package io.ratel.gateway.access;

import org.jspecify.annotations.NullMarked;
