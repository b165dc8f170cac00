/**
 * Orders at a public authority that the test runs itself: it speaks RFC 8555 over HTTP, checks
 * every signature and nonce, asks the door for its answers, and can refuse in every way there is.
 */
@org.jspecify.annotations.NullMarked
package io.ratel.adapters.acme;
