"""The Discord face: hands questions to the guide and draws its replies. It decides nothing about movies or rights."""
