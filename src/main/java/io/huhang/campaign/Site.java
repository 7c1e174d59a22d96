package io.huhang.campaign;

import java.net.URI;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where this site is reached, for links in letters and QR codes.
 *
 * @param baseUrl such as https://huhang.example.cn, without a slash at the end
 */
@Validated
@ConfigurationProperties("huhang")
public record Site(@NotNull(message = "an address such as https://huhang.example.cn") URI baseUrl) {

	/** The absolute address of a path that begins with a slash. */
	public String link(String path) {
		return this.baseUrl + path;
	}

}
