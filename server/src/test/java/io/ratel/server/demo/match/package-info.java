/** The league against counted matches. */
package io.ratel.server.demo.match;
