/** The bot engine on an exchange in memory. */
package io.ratel.server.demo.bot;
