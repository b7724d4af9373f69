/** The service name of a development build's keychain entries, apart from those of a cardholder's own app. */
export const developmentService = (productName: string): string => `${productName} (development)`;
