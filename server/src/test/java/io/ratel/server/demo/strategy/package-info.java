/** What makers quote, by itself. */
package io.ratel.server.demo.strategy;
