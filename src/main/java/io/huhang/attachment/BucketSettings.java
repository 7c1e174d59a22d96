package io.huhang.attachment;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.StringUtils;

/**
 * The S3 bucket that keeps the files instead of the folder, when one is named.
 *
 * @param name of the bucket; blank: the folder keeps the files
 * @param endpoint of a store that is not Amazon's
 * @param pathStyle whether the bucket stands in the path, as with MinIO, not in the host
 * @param accessKey blank: the usual AWS variables, files and roles
 * @param secretKey of the access key
 */
@ConfigurationProperties("huhang.files")
record BucketSettings(@Name("bucket") @DefaultValue("") String name, URI endpoint,
		@DefaultValue("us-east-1") String region, @DefaultValue("false") boolean pathStyle,
		@DefaultValue("") String accessKey, @DefaultValue("") String secretKey) {

	boolean isGiven() {
		return StringUtils.hasText(this.name);
	}

	@Override
	public String toString() {
		return "bucket=%s endpoint=%s region=%s".formatted(this.name, this.endpoint, this.region);
	}

}
