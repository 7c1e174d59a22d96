package io.huhang.web;

import java.util.List;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What our controllers may ask for. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

	/** Ten times what annex 1 may hold at most; a draft beyond it is a mistake. */
	static final int MOST_JSON_BYTES = 1024 * 1024;

	private final CurrentPerson currentPerson;

	WebConfiguration(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.currentPerson);
	}

	// What a form may not send is refused, not dropped. Stored drafts are read leniently
	// all the same: another version of the product may have written them.
	@Override
	public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
		converters.stream()
			.filter(MappingJackson2HttpMessageConverter.class::isInstance)
			.map(MappingJackson2HttpMessageConverter.class::cast)
			.forEach(converter -> converter.setObjectMapper(strict(converter.getObjectMapper())));
	}

	private static ObjectMapper strict(ObjectMapper json) {
		ObjectMapper strict = json.copy()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
		strict.getFactory()
			.setStreamReadConstraints(StreamReadConstraints.builder().maxDocumentLength(MOST_JSON_BYTES).build());
		return strict;
	}

}
