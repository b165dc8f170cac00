/**
 * What a chain of Ethereum's kind says over JSON-RPC: its gas price, the prices in its pools, the
 * supply of tokens and what addresses hold. Everything is read with {@code eth_gasPrice}, {@code
 * eth_getBalance} and {@code eth_call}; nothing is signed or sent.
 */
@NullMarked
package io.ratel.adapters.ethereum;

import org.jspecify.annotations.NullMarked;
