package io.ratel.gateway.stream;

/**
 * Who opened a socket, as far as the request said.
 *
 * @param address in numbers
 * @param origin the page's; empty when it is no browser's
 * @param rayId names the request in the log
 */
record Peer(String address, String origin, String rayId) {}
